/**
 * Lives written down as the files of a contract: who they are, and what was seen of them.
 *
 *     people.csv    id,unit,referral,start,end,exit,exit-on          and member-of, birth, track … where the lives have such
 *     lives.csv     person,measure,from,to,value                     and kind, item, agreement where a fact has one
 *
 * What is told of the agreement stands in lives.csv too, with nobody as the person, or with the group of it that it is told of.
 *
 * Starts are on the first of their month and service ends on the last of its. An event in the middle of a month is within every
 * window that holds the month. Members of a family stand under it, `17-child-1`, and have no days of their own but that of birth.
 */
import { type Day, addDays, addMonths, dayText } from '../base/index.ts'
import { type CsvFile } from '../measurement/index.ts'
import { type Agreement } from '../terms/index.ts'
import { monthBegin, monthEnd } from '../valuation/index.ts'
import { type AgreementFact } from './agreement-facts.ts'
import {
  type FactModel,
  type FactPlan,
  type Items,
  type Lasting,
  type Spells,
  type Values,
  dayIn,
  leaving,
} from './fact-plan.ts'
import { type LifeStory, type MemberDrawn, TraceReader, fates, monthOf } from './life-facts.ts'
import { type Life } from './life-table.ts'

/** Lives as files of a contract. */
export type WrittenLives = { people: CsvFile; facts: CsvFile[] }

/** Somebody to write down: the name, the agreement they are in where there are several, and the life. */
export type Written = LifeStory & { id: string; agreement: string | undefined; plan: FactPlan }

/** The texts of the files that tell of the lives, as the contract's own would. */
export function lifeTexts(
  lives: readonly Written[],
  agreement: Agreement,
  told: readonly AgreementFact[],
): { people: string; facts: string } {
  const people: string[] = []
  const facts: string[] = []
  const writer = new Writer(agreement, lives, told)
  for (const fact of told) facts.push(writer.told(fact))
  for (const written of lives) writer.write(written, people, facts)
  return { people: writer.peopleHead + people.join(''), facts: writer.factsHead + facts.join('') }
}

/** The same as files to be read. */
export function writeLives(
  lives: readonly Written[],
  agreement: Agreement,
  told: readonly AgreementFact[],
): WrittenLives {
  const { people, facts } = lifeTexts(lives, agreement, told)
  const file = (name: string, text: string): CsvFile => ({ name, chunks: [new TextEncoder().encode(text)] })
  return { people: file('facts/people.csv', people), facts: [file('facts/lives.csv', facts)] }
}

/** How the files of lives are to be read. */
export const rulesOfLives = {
  numbers: 'international',
  dates: 'unstated',
  shares: 'fraction',
  columns: {},
} as const

const ofKind = (model: FactModel): string | undefined => ('ofKind' in model ? model.ofKind : undefined)

type Row = { from: string; to?: string; value?: string; item?: string }

class Writer {
  readonly peopleHead: string
  readonly factsHead: string
  private readonly dayTexts = new Map<Day, string>()
  private readonly hasAgreements: boolean
  private readonly hasMembers: boolean
  private readonly columns: readonly string[]
  private readonly hasKinds: boolean
  private readonly hasItems: boolean
  /** Whether facts name their agreement: people say it themselves. */
  private readonly tellsAgreement: boolean

  constructor(
    private readonly agreement: Agreement,
    lives: readonly Written[],
    told: readonly AgreementFact[],
  ) {
    const plans = [...new Set(lives.map(({ plan }) => plan))]
    const models = plans.flatMap((plan) => plan.models)
    // In a draw nobody may come.
    this.hasAgreements = [...lives, ...told].some((written) => written.agreement !== undefined)
    this.hasMembers = plans.some(({ members }) => members.length > 0)
    this.columns = [...new Set(plans.flatMap(({ columns }) => [...columns.keys()]))]
    this.hasKinds =
      told.some((fact) => fact.ofKind !== undefined) || models.some((model) => ofKind(model) !== undefined)
    this.hasItems = models.some(({ kind }) => kind === 'items')
    this.tellsAgreement = this.hasAgreements && told.length > 0
    const head = (names: readonly string[], more: readonly (readonly [boolean, string])[]): string =>
      `${[...names, ...more.flatMap(([isThere, name]) => (isThere ? [name] : []))].join(',')}\n`
    this.peopleHead = head(
      ['id', 'unit', 'referral', 'start', 'end', 'exit', 'exit-on'],
      [
        [this.hasMembers, 'member-of,birth'],
        ...this.columns.map((name) => [true, name] as const),
        [this.hasAgreements, 'agreement'],
      ],
    )
    this.factsHead = head(
      ['person', 'measure', 'from', 'to', 'value'],
      [
        [this.hasKinds, 'kind'],
        [this.hasItems, 'item'],
        [this.tellsAgreement, 'agreement'],
      ],
    )
  }

  write(written: Written, people: string[], facts: string[]): void {
    const { id, plan, life, trace } = written
    people.push(this.subject(written))
    const reader = new TraceReader(trace)
    // Of a life that never started nothing was looked at; its success may still be an event.
    const ids = { subject: [id], child: [] as string[], parent: [] as string[] }
    for (const member of life.start === 0 ? [] : reader.members(plan)) {
      const own = `${id}-${member.unit}-${ids[member.unit].length + 1}`
      ids[member.unit].push(own)
      people.push(this.member(written, own, member))
    }
    for (const model of plan.models) {
      if (model.kind !== 'event' && life.start === 0) continue
      for (const own of ids[model.of])
        for (const row of this.rowsOf(written, model, reader)) facts.push(this.fact(own, model, row))
    }
  }

  private subject({ id, agreement, plan, life }: Written): string {
    const { referral, start, last } = life
    const { hasEnd, hasExit } = leaving(life, plan)
    const end = hasEnd ? this.text(monthEnd(plan, last)) : ''
    const exit = hasExit ? [plan.exit, this.text(monthEnd(plan, last))] : ['', '']
    const unit = this.agreement.people.subject
    const started = start === 0 ? '' : this.text(monthBegin(plan, start))
    const words = this.columns.map((name) => plan.columns.get(name) ?? '')
    const fields = [id, unit, this.text(monthBegin(plan, referral)), started, end, ...exit]
    if (this.hasMembers) fields.push('', '')
    return this.personLine([...fields, ...words], agreement)
  }

  private member({ id, agreement, plan, life }: Written, own: string, { unit, age }: MemberDrawn): string {
    const birth = age === undefined ? '' : this.text(addMonths(monthBegin(plan, life.start), -age))
    return this.personLine([own, unit, '', '', '', '', '', id, birth, ...this.columns.map(() => '')], agreement)
  }

  private personLine(fields: readonly (string | undefined)[], agreement: string | undefined): string {
    return `${fields.join(',')}${this.hasAgreements ? `,${agreement ?? ''}` : ''}\n`
  }

  /** A line of facts. Kind and goal stand last, in files where any fact has one. */
  private fact(id: string, model: FactModel, { from, to = '', value = '', item = '' }: Row): string {
    return this.factLine(`${id},${model.measure},${from},${to},${value}`, ofKind(model) ?? '', item, '')
  }

  /** What is told of the agreement has nobody in the place of the person, or the name of the group it is told of. */
  told({ measure, ofKind, group = '', from, through, value, agreement = '' }: AgreementFact): string {
    const to = through === undefined ? '' : this.text(this.endOf(measure, through))
    const is = value === undefined ? '' : this.number(measure, value)
    return this.factLine(`${group},${measure},${this.text(from)},${to},${is}`, ofKind ?? '', '', agreement)
  }

  private factLine(fields: string, kind: string, item: string, agreement: string): string {
    let line = fields
    if (this.hasKinds) line += `,${kind}`
    if (this.hasItems) line += `,${item}`
    if (this.tellsAgreement) line += `,${agreement}`
    return `${line}\n`
  }

  private rowsOf({ plan, life }: Written, model: FactModel, reader: TraceReader): Row[] {
    switch (model.kind) {
      case 'event': {
        const month = monthOf(model.on, life)
        return month === 0 ? [] : [{ from: this.text(addDays(monthBegin(plan, month), 14)) }]
      }
      case 'lasting':
        return this.lasting(plan, life, model)
      case 'spells':
        return this.spells(plan, life, model, reader.spells(model))
      case 'values':
        return this.values(plan, life, model, reader)
      case 'items':
        return this.items(plan, life, model, reader)
    }
  }

  /** Of whom the first day has not come there is nothing; of whom the last has not, no end. */
  private lasting(plan: FactPlan, life: Life, { measure, ...days }: Lasting): Row[] {
    const [from, through] = [dayIn(plan, life, days.from), dayIn(plan, life, days.through)]
    if (from === undefined || (through !== undefined && through < from)) return []
    return [{ from: this.text(from), to: through === undefined ? '' : this.text(this.endOf(measure, through)) }]
  }

  /** How the measure writes that somebody was in through a day. */
  private endOf(measure: string, through: Day): Day {
    return this.agreement.measures.get(measure)?.toMeans === 'last-day-in' ? through : addDays(through, 1)
  }

  private spells(plan: FactPlan, { start }: Life, model: Spells, isIn: readonly boolean[]): Row[] {
    const dayOf = (step: number): Day =>
      model.step === 'month'
        ? monthBegin(plan, start - model.from + step)
        : addDays(monthBegin(plan, start), 7 * (step - model.from))
    return isIn.flatMap((isThere, step) => {
      if (!isThere || isIn[step - 1] === true) return []
      let until = step
      while (isIn[until] === true) until++
      return [{ from: this.text(dayOf(step)), to: this.text(this.endOf(model.measure, addDays(dayOf(until), -1))) }]
    })
  }

  private values(plan: FactPlan, life: Life, { measure, on, low, step }: Values, reader: TraceReader): Row[] {
    return on.flatMap((shown) => {
      const steps = reader.next()
      if (steps === 0) return []
      const value = this.number(measure, low + (steps - 1) * step)
      return [{ from: this.text(dayIn(plan, life, shown)!), value }]
    })
  }

  /** Six decimals are finer than any scale, and leave out what floating point adds; a level is told by its word. */
  private number(measure: string, exact: number): string {
    const value = Number(exact.toFixed(6))
    return this.agreement.measures.get(measure)?.levels?.[value]?.en ?? String(value)
  }

  /** What becomes of a goal on the way is written half-way between the days; of a life whose day is not known nothing is. */
  private items(plan: FactPlan, life: Life, { agreed, judged }: Items, reader: TraceReader): Row[] {
    const [first, last] = [dayIn(plan, life, agreed), dayIn(plan, life, judged)]
    const count = reader.next()
    return Array.from({ length: count }, (_, at) => at + 1).flatMap((number) => {
      const code = reader.next()
      if (first === undefined) return []
      const item = String(number)
      const fate = fates[code % fates.length]!
      const rows: Row[] = [{ from: this.text(first), value: 'agreed', item }]
      if (last === undefined) return rows
      const between = this.text(Math.floor((first + last) / 2))
      if (code >= fates.length) rows.push({ from: between, value: 'changed', item })
      if (fate === 'withdrawn') rows.push({ from: between, value: fate, item })
      if (fate === 'met' || fate === 'not-met') rows.push({ from: this.text(last), value: fate, item })
      return rows
    })
  }

  private text(day: Day): string {
    const known = this.dayTexts.get(day)
    if (known !== undefined) return known
    const text = dayText(day)
    this.dayTexts.set(day, text)
    return text
  }
}
