/**
 * What the simulation pays is what `settle` pays: the lives of every draw are written down as facts, and settled by
 * themselves to each day, with the statements issued before.
 */
import { describe, expect, test } from 'vitest'
import { type Day, dayOf } from '../base/index.ts'
import { type IssuedStatement } from '../settlement/index.ts'
import { readVersions } from '../terms/index.ts'
import { type CompiledGroup, type ShownDay } from '../valuation/index.ts'
import { type AgreementModel, agreementTeller } from './agreement-facts.ts'
import { type FactPlan } from './fact-plan.ts'
import { type Contract, readLives } from './ordinary.ts'
import { ContractPayments, type DrawnPeople, storiesOf } from './payments.ts'
import { People } from './people.ts'
import { Stream } from './stream.ts'
import { partLimits } from './way.ts'
import { number, ofDraw, told } from './example.ts'

const group: CompiledGroup = {
  name: 'people',
  label: { da: 'folk', en: 'people' },
  plan: [{ people: number(3), from: 1, months: 8 }],
  notStarted: number(0.05),
  delay: { kind: 'poisson', mean: number(1.5) },
  course: 9,
  dropout: { share: number(0.2), spread: 'constant-risk' },
  success: {
    of: 'completed',
    rate: number(0.6),
    within: 24,
    spread: 'constant-risk',
    label: { da: 'mål', en: 'goal' },
  },
  without: number(0.1),
  through: 60,
}

const regime = (inShare: number, leave: number, enter: number) => ({
  in: number(inShare),
  leave: number(leave),
  enter: number(enter),
})
const spread = (mean: number, deviation: number) => ({ mean: number(mean), deviation: number(deviation) })
const monthAfterStart = (months: number): ShownDay => ({
  from: 'start',
  sign: months < 0 ? -1 : 1,
  offset: { months: Math.abs(months), days: 0 },
})
const plan: FactPlan = {
  startDay: dayOf(2022, 1, 1),
  exit: 'withdrew',
  columns: new Map(),
  members: [],
  models: [
    { kind: 'event', measure: 'job', of: 'subject', on: 'success' },
    {
      kind: 'spells',
      measure: 'work',
      of: 'subject',
      ofKind: 'job',
      step: 'month',
      from: 2,
      through: 40,
      before: regime(0.1, 0.3, 0.02),
      after: regime(1, 0.1, 0.3),
      never: regime(0.1, 0.3, 0.02),
    },
    {
      kind: 'spells',
      measure: 'work',
      of: 'subject',
      ofKind: 'study',
      step: 'month',
      from: 0,
      through: 12,
      before: regime(0.2, 0.2, 0.05),
      after: regime(0.2, 0.2, 0.05),
      never: regime(0.2, 0.2, 0.05),
    },
    {
      kind: 'values',
      measure: 'mood',
      of: 'subject',
      on: [-1, 12, 24].map(monthAfterStart),
      missing: number(0.1),
      start: spread(4, 1.5),
      gainOfSuccess: spread(2, 1),
      gainOtherwise: spread(0.5, 1),
      step: 1,
      low: 0,
      high: 10,
    },
  ],
}
const eventsOnly: FactPlan = { ...plan, exit: undefined, models: plan.models.slice(0, 1) }

const terms = (money: string) => `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2026-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, state: { name: Staten, roles: [payer] }, fund: { name: Fonden, roles: [investor], commits: 3000000 kr } }
drawdowns: [{ on: 2022-01-01, amount: 1000000 kr, by: fund }]
people:
  { subject: person, label: { da: folk, en: people }, clock: start, counted: started, pilot: counted, exits: { withdrew: { da: ude, en: out } } }
measures:
  job: { label: { da: job, en: job }, kind: event, of: person, source: { da: register, en: register }, grade: register, use: payment, same-day: once, no-record: none }
  work: { label: { da: arbejde, en: work }, kind: spell, of: person, kinds: { job: { da: job, en: job }, study: { da: studie, en: study } }, source: { da: register, en: register }, grade: register, use: payment, to-means: last-day-in, overlap: once, no-record: none }
  mood: { label: { da: trivsel, en: mood }, kind: score, of: person, source: { da: skema, en: form }, grade: register, use: payment, scale: { from: 0, to: 10, better: higher }, ties: highest }
goals:
  job: { clause: "1", label: { da: Job, en: Job }, for: each-subject, leavers: { withdrew: as-measured }, when: { each: job, at-most: 1, decided: each-date }, met: { observed-to: start }, unmeasured: missed }
  work:
    clause: "2"
    label: { da: Arbejde, en: Work }
    for: each-subject
    leavers: { withdrew: as-measured }
    when: { at: [start + 24 months, start + 36 months], decided: each-date }
    quantity: { time-in: work, kinds: [job], unit: months, part-units: whole-only, window: { from: occasion - 12 months, until: occasion } }
    unmeasured: missed
  mood:
    clause: "3"
    label: { da: Trivsel, en: Mood }
    for: each-subject
    leavers: { withdrew: as-measured }
    when: { at: start + 24 months }
    met:
      change: rise
      from: { value-of: mood, pick: latest, window: { from: start - 3 months, until: start } }
      to: { value-of: mood, pick: latest, window: { after: start + 6 months, through: occasion } }
      as: units
      at-least: 2 points
    unmeasured: waits
${money}
settlement: { clause: "9", every: half-year, overpaid: set-off, rounding: { to: 1 kr, how: half-up, of: each-amount } }
`

const onePayment = (price: string, limits: string) =>
  terms(`
payments:
  job: { clause: "4", label: { da: Job, en: Job }, goal: job, per-met: ${price} }
limits:
${limits}
payers: { clause: "8", split: by-share, each: [{ payer: town, payee: fund, share: 80 % }, { payer: state, payee: fund, share: 20 % }] }`)

const threePayments = (limits: string) =>
  terms(`
payments:
  job: { clause: "4", label: { da: Job, en: Job }, goal: job, per-met: 50001 kr }
  work:
    clause: "5"
    label: { da: Arbejde, en: Work }
    goal: work
    reckoned: each-date
    amount: { steps: { this: quantity }, table: [{ at-least: 3 months, give: 20000 kr }, { at-least: 9 months, give: 41000 kr }], below: 0 kr }
  mood: { clause: "6", label: { da: Trivsel, en: Mood }, goal: mood, per-met: 9000 kr, payer: state }
  start: { clause: "7", label: { da: Opstart, en: Start }, fee: 100000 kr, due: { at: agreement start } }
limits:
${limits}
payers: { clause: "8", split: by-share, each: [{ payer: town, payee: fund, share: 2/3 }, { payer: state, payee: fund, share: 1/3 }] }`)

const cap = '  - { clause: "10", cap: 800000 kr, per: agreement, gives-way: latest-first }'
const cap12 =
  '  - { clause: "12", cap: 800000 kr, per: agreement, over: [job, work, mood, start], gives-way: latest-first }'
const floor = '  - { clause: "11", floor: 600000 kr, per: agreement }'

/** Families with children and plans: what is asked of a child is asked of each, and weeks begin on the day of the start. */
const familyTerms = `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2026-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people:
  subject: family
  label: { da: familier, en: families }
  clock: start
  counted: started
  pilot: counted
  tracks: { near: { label: { da: nær, en: near } }, far: { label: { da: fjern, en: far } } }
  exits: { withdrew: { da: ude, en: out } }
measures:
  plan: { label: { da: mål, en: goals }, kind: plan, of: family, source: { da: plan, en: plan }, grade: provider, use: payment }
  absence: { label: { da: fravær, en: absence }, kind: share, of: child, source: { da: skole, en: school }, grade: register, use: payment, ties: highest }
  away: { label: { da: borte, en: away }, kind: spell, of: child, source: { da: register, en: register }, grade: register, use: payment, to-means: first-day-out, overlap: once, no-record: none }
  visit: { label: { da: besøg, en: visit }, kind: event, of: parent, source: { da: register, en: register }, grade: register, use: payment, same-day: once, no-record: none }
goals:
  plan:
    clause: "1"
    label: { da: Plan, en: Plan }
    for: each-subject
    leavers: { withdrew: as-measured }
    when: { at: end }
    quantity: { items-met: plan, as: share, window: { from: start, through: end + 30 days }, changed: latest-wording, withdrawn: left-out, unjudged: makes-unmeasured }
    unmeasured: missed
  school:
    clause: "2"
    label: { da: Skole, en: School }
    for: each-subject
    who: { in: near }
    leavers: { withdrew: as-measured }
    when: { at: end + 6 months }
    met:
      over: children
      take: every
      among: { time-between: [birth, occasion], unit: years, at-least: 6 years }
      that: { value-of: absence, pick: latest, window: { from: end, through: occasion }, at-most: 12 % }
      unmeasured: makes-unmeasured
      members-at: start
      if-nobody: makes-unmeasured
    unmeasured: missed
  home:
    clause: "3"
    label: { da: Hjemme, en: At home }
    for: each-child
    leavers: { withdrew: as-measured }
    when: { at: start + 12 months }
    quantity: { time-in: away, unit: weeks, weeks: monday-to-sunday, part-units: any-day, window: { from: start, until: occasion } }
    unmeasured: missed
  visited:
    clause: "4"
    label: { da: Besøg, en: Visits }
    for: each-parent
    leavers: { withdrew: as-measured }
    when: { at: start + 12 months }
    met: { count-of: visit, window: { from: start, until: occasion }, at-least: 1 time }
    unmeasured: missed
payments:
  plan: { clause: "5", label: { da: Plan, en: Plan }, goal: plan, amount: { line: { this: quantity }, points: [{ x: 0 %, give: 0 kr }, { x: 100 %, give: 9000 kr }], below: hold, above: hold } }
  school: { clause: "6", label: { da: Skole, en: School }, goal: school, per-met: 7001 kr }
  home: { clause: "7", label: { da: Hjemme, en: At home }, goal: home, amount: { line: { this: quantity }, points: [{ x: 0 weeks, give: 3000 kr }, { x: 20 weeks, give: 0 kr }], below: hold, above: hold } }
  visited: { clause: "8", label: { da: Besøg, en: Visits }, goal: visited, per-met: 500 kr }
limits:
  - { clause: "9", cap: 15000 kr, per: subject, gives-way: latest-first }
  - { clause: "10", cap: 250000 kr, per: agreement, gives-way: latest-first }
payers: { clause: "11", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "12", every: half-year, overpaid: set-off, rounding: { to: 1 kr, how: half-up, of: each-amount } }
`
const afterEnd = (months: number): ShownDay => ({ from: 'end', sign: 1, offset: { months, days: 0 } })
const families: FactPlan = {
  startDay: dayOf(2022, 1, 1),
  exit: 'withdrew',
  columns: new Map([['track', 'near']]),
  members: [
    { unit: 'child', many: [0.1, 0.5, 1], ages: { from: 3, to: 8 } },
    { unit: 'parent', many: [0, 0.6, 1], ages: undefined },
  ],
  models: [
    {
      kind: 'items',
      measure: 'plan',
      of: 'subject',
      many: [0, 0, 0.5, 1],
      agreed: monthAfterStart(0),
      judged: afterEnd(0),
      metWithSuccess: number(0.9),
      metOtherwise: number(0.4),
      unjudged: number(0.1),
      changed: number(0.2),
      withdrawn: number(0.1),
    },
    {
      kind: 'values',
      measure: 'absence',
      of: 'child',
      on: [monthAfterStart(0), afterEnd(6)],
      missing: number(0.05),
      start: spread(0.15, 0.05),
      gainOfSuccess: spread(-0.05, 0.02),
      gainOtherwise: spread(0, 0.02),
      step: 0.01,
      low: 0,
      high: 1,
    },
    {
      kind: 'spells',
      measure: 'away',
      of: 'child',
      step: 'week',
      from: 4,
      through: 60,
      before: regime(0.1, 0.2, 0.02),
      after: regime(0, 0, 0),
      never: regime(0.2, 0.1, 0.05),
    },
    { kind: 'event', measure: 'visit', of: 'parent', on: 'completion' },
  ],
}

/** Who stays through the course, and by how much their share is more than that of a comparison group. */
const courseTerms = (money: string) => `
bundlinje: "1.0"
title: { da: Aftale, en: Agreement }
currency: DKK
runs: { from: 2022-01-01, through: 2024-12-31 }
flow: { kind: loan, noun: { da: lån, en: loan } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people:
  { subject: person, label: { da: folk, en: people }, clock: start, counted: started, pilot: counted, exits: { withdrew: { da: ude, en: out } } }
measures:
  course: { label: { da: forløb, en: course }, kind: spell, of: person, source: { da: journal, en: records }, grade: provider, use: payment, to-means: last-day-in, overlap: once, no-record: unknown }
  support: { label: { da: støtte, en: support }, kind: spell, of: person, kinds: { visit: { da: besøg, en: visit } }, source: { da: journal, en: records }, grade: provider, use: payment, to-means: first-day-out, overlap: once, no-record: none }
  others: { label: { da: andre, en: others }, kind: figure, of: agreement, unit: share, source: { da: register, en: register }, grade: register, use: payment, ties: latest-recorded }
goals:
  stays:
    clause: "1"
    label: { da: Bliver, en: Stays }
    for: each-subject
    leavers: { withdrew: as-measured }
    when: { at: start + 9 months }
    met: { time-in: course, unit: months, part-units: any-day, window: { from: start, until: occasion }, at-least: 9 months }
    unmeasured: missed
  supported:
    clause: "2"
    label: { da: Støttes, en: Supported }
    for: each-subject
    leavers: { withdrew: as-measured }
    when: { at: start + 12 months }
    quantity: { time-in: support, kinds: [visit], unit: days, window: { from: start, until: occasion } }
    unmeasured: missed
payments:
  stays: { clause: "4", label: { da: Bliver, en: Stays }, goal: stays, per-met: 7001 kr }
  supported: { clause: "5", label: { da: Støttes, en: Supported }, goal: supported, amount: { product: [{ this: quantity }, 11 kr] } }
${money}
payers: { clause: "8", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "9", every: half-year, overpaid: set-off, rounding: { to: 1 kr, how: half-up, of: each-amount } }
`
const more = courseTerms(`
  more: { clause: "6", label: { da: Flere, en: More }, goal: more, amount: { product: [{ this: quantity }, 900000 kr] }, if-negative: nothing }`).replace(
  'payments:',
  `  more:
    clause: "3"
    label: { da: Flere, en: More }
    for: the-group
    leavers: { withdrew: as-measured }
    when: { at: 2024-12-31 }
    quantity:
      difference:
        - { over: people, take: share, that: { met: stays, dates: any-date }, unmeasured: counted-as-no }
        - { value-of: others, pick: latest, window: { from: agreement start, through: agreement end } }
    unmeasured: waits
payments:`,
)
const courses: FactPlan = {
  ...eventsOnly,
  exit: 'withdrew',
  models: [
    { kind: 'lasting', measure: 'course', of: 'subject', from: monthAfterStart(0), through: afterEnd(0) },
    {
      kind: 'lasting',
      measure: 'support',
      of: 'subject',
      ofKind: 'visit',
      from: afterEnd(1),
      through: { day: dayOf(2023, 6, 30) },
    },
  ],
}
/** A number that is drawn, and one that was known before. */
const compared = [
  told('others', dayOf(2023, 12, 31), { is: number(0.99) }),
  told('others', dayOf(2024, 12, 31), { is: ofDraw }),
]

/** What each cohort is measured against has the cohort's name; a breach and a stop are the agreement's. */
const cohortTerms = courseTerms(`
  more: { clause: "6", label: { da: Flere, en: More }, goal: more, amount: { product: [{ this: quantity }, 900000 kr] }, if-negative: nothing }
  open: { clause: "7", label: { da: Åbent, en: Open }, goal: open, amount: { difference: [90000 kr, { product: [{ this: quantity }, 500 kr] }] }, if-negative: nothing }`)
  .replace(
    '  others:',
    `  breach: { label: { da: brud, en: breach }, kind: event, of: agreement, kinds: { data: { da: data, en: data }, delay: { da: frist, en: delay } }, source: { da: brev, en: letter }, grade: third-party, use: payment, same-day: once, no-record: none }
  closed: { label: { da: lukket, en: closed }, kind: spell, of: agreement, source: { da: brev, en: letter }, grade: third-party, use: payment, to-means: last-day-in, overlap: once, no-record: none }
  others:`,
  )
  .replace(
    'payments:',
    `  more:
    clause: "3"
    label: { da: Flere, en: More }
    for: each-cohort
    cohort: start-year
    when: { at: 2024-12-31 }
    quantity:
      difference:
        - { over: people, take: share, that: { met: stays, dates: any-date }, unmeasured: counted-as-no }
        - { value-of: others, pick: latest, window: { from: agreement start, through: agreement end } }
    unmeasured: missed
  open:
    clause: "3a"
    label: { da: Åbent, en: Open }
    for: the-group
    when: { at: 2023-12-31 }
    quantity: { time-in: closed, unit: days, window: { from: agreement start, until: occasion } }
    unmeasured: missed
payments:`,
  )
  .replace(
    'per-met: 7001 kr',
    'per-met: 7001 kr, only-if: { count-of: breach, kinds: [data], window: { from: agreement start, through: occasion }, exactly: 0 times }',
  )
const happening = [
  told('others', dayOf(2023, 6, 30), { is: number(0.1) }),
  told('others', dayOf(2023, 6, 30), { group: '2022', is: number(0.2) }),
  told('others', dayOf(2023, 6, 30), { group: '2023', is: ofDraw }),
  told('breach', dayOf(2022, 11, 1), { ofKind: 'data', chance: ofDraw }),
  told('breach', dayOf(2022, 3, 1), { ofKind: 'delay', chance: number(1) }),
  told('closed', dayOf(2022, 3, 1), { through: dayOf(2022, 5, 31), chance: number(0.5) }),
  told('closed', dayOf(2022, 5, 1), { through: dayOf(2022, 6, 30), chance: number(0.5) }),
]

const cases: [name: string, text: string, plan: FactPlan, isTied: boolean, told?: AgreementModel[]][] = [
  ['a price, a cap and a floor', onePayment('50000 kr', `${cap}\n${floor}`), eventsOnly, false],
  [
    'a cap a year and a round sum',
    onePayment(
      '50000 kr',
      '  - { clause: "10", cap: 220000 kr, per: year, year-from: 1 july, gives-way: earliest-first, rest: lost }\n  - { clause: "11", round: 30000 kr, how: down, per: agreement }',
    ),
    eventsOnly,
    false,
  ],
  [
    'a floor that is often all there is',
    onePayment('1000 kr', '  - { clause: "10", floor: 90000 kr, per: year, year-from: 1 january }'),
    eventsOnly,
    false,
  ],
  [
    'spells, scores, a fee and a cap on one person',
    threePayments(
      `  - { clause: "10", cap: 60000 kr, per: subject, over: [job, work], gives-way: latest-first }\n  - { clause: "11", less: 25000 kr, per: payment, over: [work] }\n${cap12}`,
    ),
    plan,
    false,
  ],
  [
    'a cap on return',
    onePayment(
      '80000 kr',
      '  - { clause: "10", return-cap: 4 %, of: fund, counted: simple, on: drawn-money, per: agreement }',
    ),
    eventsOnly,
    true,
  ],
  [
    'a quota',
    threePayments(
      '  - { clause: "10", quota: 20 %, by: results, per: agreement, over: [mood], gives-way: latest-first }',
    ),
    plan,
    true,
  ],
  ['families, their children and their plans', familyTerms, families, false],
  ['courses that last from one day through another', courseTerms(''), courses, false],
  ['a figure of the agreement', more, courses, true, compared],
  ['figures of cohorts by name, and what happens to the agreement', cohortTerms, courses, true, happening],
]

describe.each(cases)('%s', (name, text, facts, isTied, models = []) => {
  const { versions, problems } = readVersions({ file: 'terms.yaml', text }, [])
  const contract: Contract = {
    versions,
    agreementName: '',
    plans: [facts],
    told: models,
    parameter: () => undefined,
  }

  test('every draw pays what settling its facts pays, statement for statement', () => {
    expect(problems.filter(({ severity }) => severity !== 'notice').map(({ code, facts }) => [code, facts])).toEqual([])
    const payments = new ContractPayments(contract)
    expect(payments.ties.length > 0).toBe(isTied)
    const drawn = drawPeople(name.startsWith('spells') ? 100 : 6)
    const { pairs, payable } = payments.settle(drawn)
    let paid = 0
    for (let draw = 0; draw < drawn.draws; draw++) {
      const alone = settledAlone(contract, drawn, draw, payments.days)
      payments.days.forEach((day, statement) => {
        const found = new Map(
          pairs.map(({ payer, payee }, pair) => [
            `${payer} ${payee}`,
            payable[(draw * payments.days.length + statement) * pairs.length + pair]!,
          ]),
        )
        for (const [pair, amount] of alone[statement]!) {
          expect(found.get(pair) ?? 0, `draw ${draw}, day ${day}, ${pair}`).toBe(amount)
          paid += amount
        }
        const total = [...alone[statement]!.values()].reduce((sum, amount) => sum + amount, 0)
        expect([...found.values()].reduce((sum, amount) => sum + amount, 0)).toBe(total)
      })
    }
    expect(paid).toBeGreaterThan(0)
  })

  test('what the draws would pay without limits on sums is what the terms without them pay', () => {
    const free = versions.map((version) => {
      const { personal, common } = partLimits(version.agreement)
      return { common, version: { ...version, agreement: { ...version.agreement, limits: personal } } }
    })
    const { common } = free.at(-1)!
    const drawn = drawPeople(6)
    const { unlimited, pairs } = new ContractPayments(contract).settle(drawn)
    if (isTied || common.length === 0 || common.some(({ cap, floor }) => (cap ?? floor) === undefined)) {
      expect(unlimited).toBeUndefined()
      return
    }
    const without = new ContractPayments({ ...contract, versions: free.map(({ version }) => version) }).settle(drawn)
    expect(without.pairs).toEqual(pairs)
    expect(unlimited).toEqual(without.payable)
  })

  function drawPeople(draws: number): DrawnPeople {
    const people = new People([group], 120, [facts])
    const stream = new Stream('payments', 0)
    const firstOf = new Int32Array(draws + 1)
    people.begin()
    for (let draw = 0; draw < draws; draw++) firstOf[draw + 1] = people.draw(stream, new Float64Array(0))
    const storyOf = (life: number) => people.storyOf(life)
    const tell = agreementTeller(models, { seed: 'payments', chunk: 0 })
    const told = Array.from({ length: draws }, (_, draw) => tell(Float64Array.of(0.1 + 0.037 * draw)))
    return { draws, lives: people.lives, firstOf, storyOf, fresh: people.fresh(), toldIn: (draw) => told[draw]! }
  }
})

/** By statement: what is payable, by payer and payee. */
function settledAlone(
  contract: Contract,
  drawn: DrawnPeople,
  draw: number,
  days: readonly Day[],
): Map<string, number>[] {
  const written = storiesOf(drawn, draw).map((story, at) => ({
    ...story,
    id: `P${at}`,
    agreement: undefined,
    plan: contract.plans[0]!,
  }))
  const settleTo = readLives(contract, written, [''], drawn.toldIn(draw))
  const issued: IssuedStatement[] = []
  return days.map((to) => {
    const [statement] = settleTo(to, issued).statements
    const lines = statement!.lines.flatMap(({ payment, shares }) =>
      shares.map((share) => ({ ...share, payment, agreement: '' })),
    )
    issued.push({ name: String(to), to, knownAt: to, lines })
    const sums = new Map<string, number>()
    for (const { payer, payee, payable } of lines)
      sums.set(`${payer} ${payee}`, (sums.get(`${payer} ${payee}`) ?? 0) + Number(payable))
    return sums
  })
}
