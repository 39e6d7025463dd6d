/**
 * Everything that stops the case, in a list above it: what is wrong with its words, what is only still to be said by its name. Each leads
 * to its field; what has no field here, such as a row of a file, is told with its remedy.
 */
import { caseProblemParts, openCaseQuestion, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineMap } from '../../core/valuation/index.ts'
import { kindOf } from '../parts/typed-value.ts'
import { type DraftView } from './draft.ts'
import { above, fieldName } from './field-names.ts'
import { type HomedProblem, anchorOf, isQuestion, isStop, keyOf } from './homes.ts'
import { labelOf } from './item-text.ts'
import { isUnread, unreadSays } from './unread.tsx'

export function Stops({ view, locale }: { view: DraftView; locale: Locale }) {
  const { draft } = view
  const words = workshopWords[locale].stops
  const stops = draft.problems.filter(isStop)
  if (stops.length === 0) return null
  const root = draft.outline?.root
  const faults = stops.filter((one) => !isQuestion(one))
  const open = stops.filter(isQuestion)
  return (
    <section class="stops" id="stops" tabindex={-1} aria-label={notYetText(stops, locale)}>
      {draft.valued !== undefined && <p>{words.otherScenario}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((one) => (
            <Fault
              key={`${one.code} ${one.at.line}:${one.at.column} ${one.home}`}
              one={one}
              root={root}
              locale={locale}
              unread={unreadAt(one, view, locale)}
            />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <details>
          <summary>{words.open(open.length)}</summary>
          <ul>
            {open.map((one) => (
              <li key={`${one.code} ${anchorOf(one, root)}`}>
                <Place one={one} root={root} locale={locale} />
                {one.code === 'value-undecided' ? '' : ` ${openCaseQuestion(one, locale).question}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type StopInput = { one: HomedProblem; root: OutlineMap | undefined; locale: Locale }

/** What was typed there and is no value, in the words that stand at its field. */
function unreadAt({ home }: HomedProblem, { draft }: DraftView, locale: Locale): string | undefined {
  const leaf = draft.outline?.leaves.get(home)
  if (leaf === undefined) return undefined
  const kind = kindOf(leaf.field?.definition, leaf.field?.choices)
  return isUnread(leaf, kind, { problems: draft.problems, locale }) ? unreadSays(leaf, kind, locale) : undefined
}

function Fault({ one, root, locale, unread }: StopInput & { unread: string | undefined }) {
  const { says, choices } = caseProblemParts(one, locale)
  const isAtField = anchorOf(one, root) !== 'new-text'
  return (
    <li>
      <Place one={one} root={root} locale={locale} /> {unread ?? says}
      {!isAtField && choices.map(({ paste }) => [' ', <code key={paste}>{paste}</code>])}
    </li>
  )
}

/** The item and the field by their names, as a link to them; of what lies in another file its name and line. */
function Place({ one, root, locale }: StopInput) {
  const anchor = anchorOf(one, root)
  const { file, line } = one.at
  const text = anchor === 'new-text' ? workshopWords[locale].stops.line(file, line) : placeText(one, root, locale)
  return <a href={`#${anchor}`}>{text}.</a>
}

function placeText(one: HomedProblem, root: OutlineMap | undefined, locale: Locale): string {
  const path = isQuestion(one) && one.code !== 'value-undecided' ? `${one.home}.${keyOf(one)}` : one.home
  const [, part = '', item] = path.split('.')
  const list = root?.entries.find(({ key }) => key === part)?.node
  const node = list?.kind === 'map' ? list.entries.find(({ key }) => key === item)?.node : undefined
  const names = [
    ...(node === undefined || part === 'finance' ? [] : [labelOf(node, locale) ?? item ?? '']),
    ...(part === 'finance' && path.split('.').length > 3 ? [fieldName(above(path), locale)] : []),
    ...(node === undefined || path !== node.path ? [fieldName(path, locale)] : []),
  ]
  return names.join(', ')
}

export function notYetText(stops: readonly HomedProblem[], locale: Locale): string {
  const questions = stops.filter(isQuestion).length
  return workshopWords[locale].notYet(questions, stops.length - questions)
}
