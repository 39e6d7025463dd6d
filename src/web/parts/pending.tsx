/**
 * Where something is still being worked out: how far it is. The small script fetches the page again; without script the page does so
 * by itself, see the frame's `isPending`.
 */
import { chanceText, numberText, uncertaintyWords } from '../../../locales/index.ts'
import { type RunState } from '../../operations/index.ts'
import { type Reader } from '../reader.ts'

/** Whether it is worth looking again soon. */
export const isPending = ({ is }: RunState): boolean => is === 'waiting' || is === 'working' || is === 'crowded'

/** What is found is not what was asked for any more where the case was changed meanwhile. */
export function Pending({ reader, state, draws }: { reader: Reader; state: RunState; draws: number }) {
  const { locale } = reader
  const words = uncertaintyWords[locale]
  // Of a draft nothing goes on by itself: it is sent again.
  if (reader.draft !== undefined)
    return (
      <p class="measure" role="status">
        <span class="act">{state.is === 'failed' ? words.failed : words.crowded}</span>
      </p>
    )
  if (state.is === 'found' || state.is === 'failed')
    return (
      <p class="measure" role="status">
        <span class="act">{state.is === 'found' ? words.changed : words.failed}</span> <Again words={words} />
      </p>
    )
  const share = state.is === 'working' ? state.share : 0
  const says =
    state.is === 'waiting'
      ? words.waiting(state.before)
      : state.is === 'crowded'
        ? words.crowded
        : words.working(chanceText(Math.round(share * 100) / 100, locale), numberText(draws, locale))
  return (
    <div class="pending" data-pending="true">
      <p class="measure" role="status">
        {says}
      </p>
      <progress max={100} value={Math.round(share * 100)} aria-label={words.workingLabel} />
      <p class="noprint">
        <Again words={words} />
      </p>
    </div>
  )
}

/** An empty address is the page itself. */
const Again = ({ words }: { words: { again: string } }) => <a href="">{words.again}</a>
