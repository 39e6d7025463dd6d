/** Hands the newest draft to the thread that draws, once it has rested, and tells what comes of it. */
import { type Locale } from '../../../core/base/index.ts'
import { type DraftChance, type DraftSetting, type Scenario } from '../../../operations/index.ts'
import { scriptFile } from '../../address.ts'
import { type DrawAsked, type DrawTold, chanceDraws, chanceSeed } from '../../workshop/chance.tsx'

const restMs = 250

type Told = { share: number } | { found: DraftChance | undefined }

/** A function that asks for a draft to be drawn. `tell` hears of the newest only. */
export function drafts(
  setting: DraftSetting,
  locale: Locale,
  tell: (told: Told) => void,
): (text: string, scenario: Scenario) => void {
  const thread = new Worker(`/files/${scriptFile('draw', locale)}`, { type: 'module' })
  const ask = (asked: DrawAsked) => thread.postMessage(asked)
  let number = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  ask({ setting })
  thread.addEventListener('message', ({ data }: MessageEvent<DrawTold>) => {
    if (data.number === number) tell(data)
  })
  return (text, scenario) => {
    // What is being drawn is of no use any more, also while the new draft rests.
    number++
    clearTimeout(rest)
    rest = setTimeout(() => ask({ number, text, scenario, seed: chanceSeed, draws: chanceDraws }), restMs)
  }
}
