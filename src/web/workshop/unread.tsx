/**
 * What was typed and is no value: in two ways each reading is one press, and where there is none it is said what can be written.
 *
 *     1,450 in a field of kroner       1,45 kr.  ·  1.450 kr.
 *     ca. 9 mio. in a field of kroner  written as 750.000, 750 t.kr. or 9,5 mio.
 */
import { workshopWords } from '../../../locales/index.ts'
import { type OutlineLeaf } from '../../core/valuation/index.ts'
import { type ValueKind, readingsOf, shownValue } from '../parts/typed-value.ts'
import { type FieldsInput, listOf, unitWord } from './field-names.ts'

type Unread = 'money' | 'share' | 'month' | 'day' | 'number'
const unreadKinds: Partial<Record<ValueKind, Unread>> = {
  money: 'money',
  share: 'share',
  month: 'month',
  day: 'day',
  number: 'number',
  months: 'number',
  length: 'number',
  figure: 'number',
}

const unreadCodes = ['value-unreadable', 'number-ambiguous']

/** What is said in the place of the problem of a text that is no value; nothing where the text is one. */
export function isUnread(
  { path, text }: OutlineLeaf,
  kind: ValueKind,
  { problems, locale }: Pick<FieldsInput, 'problems' | 'locale'>,
): boolean {
  if (unreadKinds[kind] === undefined || text === 'undecided') return false
  const isTold = problems.some(({ code, home }) => home === path && unreadCodes.includes(code))
  return isTold && readingsOf(text, kind, unitOf(kind, locale), locale).length !== 1
}

const unitOf = (kind: ValueKind, locale: FieldsInput['locale']): string => shownValue('undecided', kind, locale).unit

/** What is said of it, beside its readings or in a list of all that is wrong. */
export function unreadSays({ path, text }: OutlineLeaf, kind: ValueKind, locale: FieldsInput['locale']): string {
  const words = workshopWords[locale].unread
  const readings = readingsOf(text, kind, unitOf(kind, locale), locale)
  if (readings.length > 1) return words.twoWays(text)
  const says = words[unreadKinds[kind] ?? 'number'](text)
  return listOf(path, kind) === undefined ? says : `${says} ${words.orEstimate}`
}

export function UnreadText({ leaf, kind, ...input }: FieldsInput & { leaf: OutlineLeaf; kind: ValueKind }) {
  const { path, text } = leaf
  const { locale, currency } = input
  const readings = readingsOf(text, kind, unitOf(kind, locale), locale)
  return (
    <div class="field-problem" role="status">
      <p class="small">
        <span class="act">{workshopWords[locale].fault}. </span>
        {unreadSays(leaf, kind, locale)}
      </p>
      {readings.length > 1 && (
        <p class="asked-answers">
          {readings.map((reading) => {
            const shown = shownValue(reading, kind, locale)
            return (
              <button key={reading} type="submit" name="do" value={`set|${path}|${reading}`} class="quiet-button">
                {`${shown.text} ${unitWord(shown.unit, currency, locale)}`.trim()}
              </button>
            )
          })}
        </p>
      )}
    </div>
  )
}
