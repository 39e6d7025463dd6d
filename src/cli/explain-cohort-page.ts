/** A named cohort as text: what was decided of it as a whole, and below it what its people earned, payment by payment. */
import { parseExact } from '../core/base/index.ts'
import { type Reason } from '../core/outcomes/index.ts'
import { exactAmountText } from '../../locales/index.ts'
import { type ExplainPage, clauseTitle, headLine } from './explain-lines.ts'
import { entryTable, entryText, resultSection } from './explain-page.ts'
import { styled } from './terminal.ts'

export function cohortText({ cohort, reason }: { cohort: string; reason: Reason }, page: ExplainPage): string {
  const { agreement, terminal } = page
  const { locale } = terminal
  const label = agreement.people.cohorts?.get(cohort)?.label[locale] ?? cohort
  const total = exactAmountText(parseExact(reason.value) ?? 0, agreement.currency, locale)
  const entries = reason.children.filter(({ rule }) => rule === 'entry')
  const isOwn = ({ inputs }: Reason): boolean => inputs.who === reason.inputs.who
  const own = entries.filter(isOwn)
  const told = new Set(own.flatMap((entry) => JSON.stringify(resultIn(entry)?.inputs ?? '')))
  const others = reason.children.filter((one) => one.rule === 'result' && !told.has(JSON.stringify(one.inputs)))
  const ofPeople = new Map<string, Reason[]>()
  for (const entry of entries.filter((one) => !isOwn(one))) {
    const payment = String(entry.inputs.payment as string)
    ofPeople.set(payment, [...(ofPeople.get(payment) ?? []), entry])
  }
  const tables = [...ofPeople].map(([payment, earned]) => {
    const node = agreement.payments?.get(payment)
    const title = clauseTitle(node?.clause ?? '', node?.label[locale] ?? payment)
    return [styled(terminal, 'strong', title), ...entryTable(earned, page)].join('\n')
  })
  return [
    headLine(label, total, page),
    ...own.map((entry) => entryText(entry, page)),
    ...others.map((one) => resultSection(one, page)),
    ...tables,
  ].join('\n\n')
}

const resultIn = (entry: Reason): Reason | undefined =>
  entry.children[0]?.children.find(({ rule }) => rule === 'result')
