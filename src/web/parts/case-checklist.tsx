/** What whoever signs a step off vouches for: what the case itself shows, and what only they can say. */
import { checklistWords, listText } from '../../../locales/index.ts'
import { type ChecklistPoint } from '../../core/valuation/index.ts'
import { type Reader } from '../reader.ts'

export type ChecklistInput = { locale: Reader['locale']; points: readonly ChecklistPoint[]; title: string }

export function Checklist({ locale, points, title }: ChecklistInput) {
  const words = checklistWords[locale]
  const done = points.filter(({ state }) => state === 'holds' || state === 'vouched').length
  return (
    <details class="case-details checklist">
      <summary>
        {words.head}
        <span class="unseen">: {title}</span>, {words.count(done, points.length)}
      </summary>
      <ul>
        {points.map(({ point, state, lacking }) => (
          <li key={point}>
            {words.points[point]}:{' '}
            <span class={state === 'lacks' ? 'act' : 'quiet'}>
              {lacking.length === 0
                ? words.states[state]
                : words.lacking(
                    listText(
                      lacking.map((label) => label[locale]),
                      locale,
                    ),
                  )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
