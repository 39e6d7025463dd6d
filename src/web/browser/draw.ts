/** The thread of the workshop that draws: one chunk at a time, so that a newer draft is heard and the older one left. */
import { type DraftGround, drawDraft, startDraft } from '../../operations/index.ts'
import { type DrawAsked, type DrawTold } from '../workshop/chance.tsx'

type Here = { onmessage: ((event: MessageEvent<DrawAsked>) => void) | null; postMessage: (told: DrawTold) => void }

const here = self as unknown as Here
let ground: DraftGround | undefined
let newest = 0
const turn = new MessageChannel()

here.onmessage = ({ data }) => {
  if ('setting' in data) ground = startDraft(data.setting)
  else void draw(data)
}

async function draw({ number, text, ...wanted }: Exclude<DrawAsked, { setting: unknown }>): Promise<void> {
  newest = number
  const drawing = drawDraft(text, ground!, wanted)
  while (newest === number) {
    const { done, value } = drawing.next()
    if (done === true) return here.postMessage({ number, found: value })
    here.postMessage({ number, share: value })
    await afterWhatWaits()
  }
}

/** When what has been sent here meanwhile is heard. A message to oneself comes at once after it; a timer waits some milliseconds each time. */
function afterWhatWaits(): Promise<unknown> {
  return new Promise((resolve) => {
    turn.port1.onmessage = resolve
    turn.port2.postMessage(undefined)
  })
}
