/**
 * Hands drafts to the thread that draws, and tells what comes of the newest: a few draws after another while an estimate is moved, all
 * of them once it has rested.
 *
 *     move, move, move   →   the first is drawn; when its few draws are back, the last is; what is between is never asked for
 *     rest               →   what is still being drawn is left, and all draws are made
 */
import { type Locale } from '../../../core/base/index.ts'
import { type DraftChance, type DraftSetting, type MovedEstimate, type Scenario } from '../../../operations/index.ts'
import { scriptFile } from '../../address.ts'
import { type DrawAsked, type DrawTold, chanceDraws, chanceSeed, movingDraws } from '../../workshop/chance.tsx'

const restMs = 250

type Told = { share: number } | { found: DraftChance | undefined }
type Wanted = { text: string; scenario: Scenario; moved?: MovedEstimate }

/** A function that asks for a draft to be drawn; one whose estimate is `moved` is drawn at once. `tell` hears of the newest only. */
export function drafts(setting: DraftSetting, locale: Locale, tell: (told: Told) => void): (wanted: Wanted) => void {
  const thread = new Worker(`/files/${scriptFile('draw', locale)}`, { type: 'module' })
  const ask = (asked: DrawAsked) => thread.postMessage(asked)
  let number = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  /** Of what moves: whether the thread is at it, and the newest that waits for it to be done. */
  let isFollowing = false
  let next: Wanted | undefined
  const follow = (wanted: Wanted) => {
    isFollowing = true
    next = undefined
    ask({ ...wanted, number: ++number, seed: chanceSeed, draws: movingDraws })
  }
  const drawAll = (wanted: Wanted) => {
    stopFollowing()
    ask({ ...wanted, number: ++number, seed: chanceSeed, draws: chanceDraws })
  }
  const stopFollowing = () => {
    isFollowing = false
    next = undefined
  }
  ask({ setting })
  thread.addEventListener('message', ({ data }: MessageEvent<DrawTold>) => {
    if (data.number !== number || (isFollowing && 'share' in data)) return
    tell(data)
    if (!isFollowing) return
    if (next === undefined) isFollowing = false
    else follow(next)
  })
  return (wanted) => {
    clearTimeout(rest)
    rest = setTimeout(() => drawAll(wanted), restMs)
    if (wanted.moved !== undefined) {
      if (isFollowing) next = wanted
      else follow(wanted)
    } else {
      // What is being drawn is of no use any more, also while the new draft rests.
      number++
      stopFollowing()
    }
  }
}
