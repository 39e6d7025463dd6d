import { expect, test } from 'vitest'
import { dayOf } from '../base/index.ts'
import { type Agreement } from '../terms/index.ts'
import { type ShownDay } from '../valuation/index.ts'
import { type AgreementModel, agreementTeller } from './agreement-facts.ts'
import { type FactModel, type FactPlan } from './fact-plan.ts'
import { hasTrace } from './life-facts.ts'
import { type Life } from './life-table.ts'
import { lifeTexts } from './write-lives.ts'
import { number, told } from './example.ts'

/** Only what the writer asks of an agreement. */
const agreement = {
  people: { subject: 'person' },
  measures: new Map<string, object>([
    ['course', { toMeans: 'last-day-in' }],
    ['stay', { toMeans: 'first-day-out' }],
    ['level', { levels: [{ en: 'none' }, { en: 'some' }] }],
    ['others', {}],
  ]),
} as unknown as Agreement

/** Started on 1 March 2022, and served through 30 November. */
const completed: Life = {
  group: 0,
  referral: 3,
  start: 3,
  last: 11,
  isCompleted: true,
  isDropout: false,
  success: 0,
}
const left: Life = { ...completed, last: 5, isCompleted: false, isDropout: true }
const absent: Life = { ...completed, start: 0, last: 0, isCompleted: false }

const from = (anchor: 'start' | 'end', months = 0): ShownDay => ({
  from: anchor,
  sign: months < 0 ? -1 : 1,
  offset: { months: Math.abs(months), days: 0 },
})

/** The rows of one life that lasts in a state. */
function check(life: Life, measure: string, days: [first: ShownDay, last: ShownDay], exit?: string): string[] {
  const model: FactModel = { kind: 'lasting', measure, of: 'subject', from: days[0], through: days[1] }
  const plan: FactPlan = { startDay: dayOf(2022, 1, 1), exit, columns: new Map(), members: [], models: [model] }
  expect(hasTrace(plan)).toBe(false)
  const { facts } = lifeTexts([{ id: 'P1', agreement: undefined, plan, life, trace: [] }], agreement, [])
  return facts.trimEnd().split('\n').slice(1)
}

test('a state lasts from its first day through its last, as its measure writes the end', () => {
  const course: [ShownDay, ShownDay] = [from('start'), from('end')]
  expect(check(completed, 'course', course)).toEqual(['P1,course,2022-03-01,2022-11-30,'])
  expect(check(completed, 'stay', course)).toEqual(['P1,stay,2022-03-01,2022-12-01,'])
  expect(check(completed, 'stay', [from('start', -6), { day: dayOf(2022, 2, 28) }])).toEqual([
    'P1,stay,2021-09-01,2022-03-01,',
  ])
  expect(check(left, 'course', course, 'withdrew')).toEqual(['P1,course,2022-03-01,2022-05-31,'])
})

test('no end where the last day is not known, and nothing where the first is not, or has come too late', () => {
  expect(check(left, 'course', [from('start'), from('end')])).toEqual(['P1,course,2022-03-01,,'])
  expect(check(left, 'course', [from('end', 1), from('end', 12)])).toEqual([])
  expect(check(completed, 'course', [from('end'), { day: dayOf(2022, 11, 29) }])).toEqual([])
  expect(check(absent, 'course', [from('start'), from('end')])).toEqual([])
})

/** The facts of one draw in which everything happens, with the inputs it has. */
function checkTold(models: AgreementModel[], ...inputs: number[]): string[] {
  const facts = agreementTeller(models, { seed: 'told', chunk: 0 })(Float64Array.from(inputs))
  return lifeTexts([], agreement, facts).facts.trimEnd().split('\n')
}

test('a figure of the agreement is nobody’s or a group’s, is what the draw has it as, and names its agreement where there are several', () => {
  const models = [
    told('others', dayOf(2022, 6, 30), { is: { index: 1, value: 0 } }),
    told('others', dayOf(2022, 6, 30), { group: 'viborg', is: number(0.2) }),
    told('level', dayOf(2022, 12, 31), { is: number(1) }),
  ]
  expect(checkTold(models, 0.9, 0.1 + 0.2)).toEqual([
    'person,measure,from,to,value',
    ',others,2022-06-30,,0.3',
    'viborg,others,2022-06-30,,0.2',
    ',level,2022-12-31,,some',
  ])
  const plan: FactPlan = { startDay: dayOf(2022, 1, 1), exit: undefined, columns: new Map(), members: [], models: [] }
  const written = { id: '2-1', agreement: '2', plan, life: completed, trace: [] }
  const tell = agreementTeller(models.slice(0, 1), { seed: 'told', chunk: 0 })
  const facts = tell(Float64Array.of(0, 0.25)).map((fact) => ({ ...fact, agreement: '2' }))
  expect(lifeTexts([written], agreement, facts).facts).toBe(
    'person,measure,from,to,value,agreement\n,others,2022-06-30,,0.25,2\n',
  )
})

test('an event has its kind and its group, and a state its last day as the measure writes it', () => {
  const through = dayOf(2022, 5, 31)
  const models = [
    told('breach', dayOf(2022, 11, 1), { ofKind: 'data', group: 'viborg', chance: number(1) }),
    told('course', dayOf(2022, 3, 1), { through, chance: number(1) }),
    told('stay', dayOf(2022, 3, 1), { through, chance: { index: 0, value: 0 } }),
    told('stay', dayOf(2022, 3, 1), { through, chance: number(0) }),
  ]
  expect(checkTold(models, 1)).toEqual([
    'person,measure,from,to,value,kind',
    'viborg,breach,2022-11-01,,,data',
    ',course,2022-03-01,2022-05-31,,',
    ',stay,2022-03-01,2022-06-01,,',
  ])
})
