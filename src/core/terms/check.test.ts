/**
 * What the parts of an agreement say about each other, as small pieces of terms put into the smallest agreement. A line of
 * what must come out is a code, the text at its place, and the first answers to paste.
 */
import { describe, expect, test } from 'vitest'
import { excerpt } from '../text/index.ts'
import { readTerms } from './read.ts'

const sections: Record<string, string> = {
  bundlinje: 'bundlinje: "1.0"',
  title: 'title: { da: Aftalen, en: The agreement }',
  currency: 'currency: DKK',
  runs: 'runs: { from: 2024-01-01, through: 2025-12-31 }',
  flow: 'flow: { kind: grant, noun: { da: tilskud, en: grant } }',
  parties: 'parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }',
  people: 'people: { subject: person, label: { da: a, en: a }, clock: start, counted: started, pilot: counted }',
  measures: `measures:
  shelter: { ${common('spell')}, to-means: first-day-out, overlap: once, no-record: none }
  jail: { ${common('spell')}, to-means: first-day-out, overlap: once, no-record: none }
  arrest: { ${common('event')}, same-day: once, no-record: none }
  mood: { ${common('score')}, ties: highest }
  step: { ${common('level')}, ties: highest }
  wage: { ${common('amount')}, unit: money, ties: highest }
  away: { ${common('share')}, ties: highest }
  plan: { ${common('plan')} }
  diary: { ${common('score').replace('use: payment', 'use: learning')}, ties: highest }`,
  goals: goals(
    'met: { time-in: shelter, unit: nights, window: { from: start, until: occasion }, less-than: 6 nights }',
  ),
  payments: payments('per-met: 100 kr'),
  payers: 'payers: { clause: p, split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }',
  settlement:
    'settlement: { clause: s, every: year, overpaid: kept, rounding: { to: 1 kr, how: down, of: each-amount } }',
}

const window = 'window: { from: start, until: occasion }'
const nights = `time-in: shelter, unit: nights, ${window}`
const mood = (pick: string) => `{ value-of: mood, pick: ${pick}, ${window} }`

describe('names', () => {
  test('a payer is a party', () =>
    check(sections['payers']!.replace('payer: town', 'payer: twon'), 'name-unknown `twon` → town'))
  test('whoever records is a party, or somebody outside told by name', () => {
    check(measure('shelter', 'recorded-by: Statistics Denmark'), '')
    check(measure('shelter', 'recorded-by: twon'), 'name-unknown `twon` → town')
  })
  test('the second of two names is the one that is wrong', () =>
    check(met('time-in: [shelter, jial], unit: nights, WINDOW, less-than: 6 nights'), 'name-unknown `jial` → jail'))
  test('a marked name is wrong inside the mark', () =>
    check(
      met('time-in: { is: jial, assumed: not public }, unit: nights, WINDOW, less-than: 6 nights'),
      'name-unknown `jial` → jail',
    ))
  test('only spells have time in them', () =>
    check(
      met('time-in: arrest, unit: nights, WINDOW, less-than: 6 nights'),
      'measure-kind-unfit `arrest` → shelter, jail',
    ))
  test('a day may be the first of an event, by its right name', () => {
    check(
      met('time-in: shelter, unit: nights, window: { from: first arrest, until: occasion }, less-than: 6 nights'),
      '',
    )
    check(
      met('time-in: shelter, unit: nights, window: { from: first arest, until: occasion }, less-than: 6 nights'),
      'name-unknown `first arest` → first arrest',
    )
  })
  test('a named day is one of the goal', () => {
    const goal =
      'met: { time-in: shelter, unit: nights, window: { from: moved-in, until: occasion }, less-than: 6 nights }'
    check(goals(`dates: { moved-in: start + 1 month }\n    ${goal}`), '')
    check(goals(goal), 'name-unknown `moved-in`')
  })
  test('a named day that nothing speaks of is told', () => {
    const goal = (date: string) =>
      goals(
        `dates: { moved-in: start + 1 month, later: moved-in + 1 month }\n    met: { reached: ${date}, by: occasion }`,
      )
    check(goal('later'), '')
    check(goal('moved-in'), 'date-idle `moved-in + 1 month`')
    check(
      [goal('moved-in'), payments('per-met: { if: { reached: later, by: occasion }, then: 1 kr, else: 2 kr }')].join(
        '\n',
      ),
      '',
    )
  })
  test('a quantity is not made of itself', () => {
    check(goals(`quantity: { sum-of: [{ ${nights} }, { this: quantity }] }`), 'goes-in-circles `this: quantity`')
    check(goals(`quantity: { ${nights} }\n    met: { this: quantity, at-least: 2 nights }`), '')
  })
  test('an anchor that is misspelt is told by the nearest', () =>
    check(
      met('time-in: shelter, unit: nights, window: { from: start, until: ocasion + 1 day }, less-than: 6 nights'),
      'name-unknown `ocasion + 1 day` → occasion + 1 day',
    ))
  test('groups and tracks, parameters, goals and payments', () => {
    check(met('in: young'), 'name-unknown `young`')
    check(payments('per-met: { parameter: price }'), 'name-unknown `price`')
    check(met('met: huosed, dates: same-date'), 'name-unknown `huosed` → housed')
    check(
      'limits: [{ clause: l, cap: 1 kr, per: agreement, gives-way: latest-first, over: [house] }]',
      'name-unknown `house` → housed',
    )
  })
  test('leavers are told of ways out that people have', () =>
    check(
      [exits, goals(`leavers: { moved: left-out, died: left-out }\n    ${metText}`)].join('\n'),
      'name-unknown `died`',
    ))
  test('goals that build on each other in a circle', () =>
    check(
      `${goals('met: { met: other, dates: same-date }')}
  other: { clause: o, label: { da: a, en: a }, for: each-subject, when: { at: end }, unmeasured: missed, met: { met: housed, dates: same-date } }`,
      'goes-in-circles `clause: "1"`',
    ))
  test('days that are counted from each other', () =>
    check(goals(`dates: { one: two + 1 day, two: one + 1 day }\n    ${metText}`), 'goes-in-circles `two + 1 day`'))
})

describe('units', () => {
  test.each([
    ['product: [100 kr, { this: quantity }]', ''],
    ['product: [100 kr, 50 %]', ''],
    ['sum-of: [100 kr, { product: [2, 50 kr] }]', ''],
    ['product: [100 kr, { ratio: [{ this: quantity }, 30 nights], if-zero: counts-as-none }]', ''],
    ['ratio: [100 kr, 2], if-zero: counts-as-none', ''],
    ['highest-of: [0 kr, { product: [{ this: quantity }, 10 kr] }]', ''],
    [`if: { ${nights}, less-than: 1 night }, then: 10 kr, else: 0 kr`, ''],
    ['rounded: 15.5 kr, to: 1 kr, how: down', ''],
    ['grown: 100 kr, by: 2 %, from: start, to: end, how: compound, part-years: exact, direction: forward', ''],
    ['value-of: wage, pick: sum, window: { from: start, until: occasion }', ''],
    ['product: [100 kr, { this: occasion-number }]', ''],
    ['this: contract-sum', 'this-unfit `this: contract-sum`'],
    ['this: quantity', 'unit-unfit `this: quantity`'],
    ['product: [100 kr, 2 kr]', 'money-squared `product: [100 kr, 2 kr]`'],
    ['sum-of: [100 kr, 50 %]', 'unit-mismatch `50 %` → undecided'],
    ['sum-of: [100 kr, 50]', 'unit-mismatch `50` → 50 kr'],
    ['highest-of: [0, 100 kr]', 'unit-mismatch `0` → 0 kr'],
    ['rounded: 15.5 kr, to: 1, how: down', 'unit-mismatch `1` → 1 kr'],
    [
      'grown: 100 kr, by: 2, from: start, to: end, how: compound, part-years: exact, direction: forward',
      'unit-unfit `2` → 2 %',
    ],
    [
      'steps: { this: quantity }, table: [{ at-least: 5 days, give: 1 kr }], below: 0 kr',
      'unit-mismatch `5 days` → 5 nights',
    ],
    [
      'line: { this: quantity }, points: [{ x: 0 nights, give: 0 kr }, { x: 9, give: 1 kr }], below: hold, above: hold',
      'unit-mismatch `9` → 9 nights',
    ],
    [
      'tiers: { this: quantity }, table: [{ up-to: 2 weeks, price: 1 kr }, { price: 2 kr }]',
      'unit-mismatch `2 weeks` → 14 nights',
    ],
  ])('amount: { %s }', (amount, expected) =>
    check([goals(`quantity: { ${nights} }`), payments(`amount: { ${amount} }`)].join('\n'), expected),
  )

  test.each([
    ['per-unit: 50 %', ''],
    ['per-unit: 2', ''],
    ['per-unit: 10 kr', 'unit-unfit `10 kr` → undecided'],
  ])('of a quantity in money, %s', (price, expected) =>
    check([goals('quantity: { sum-of: [100 kr, 50 kr] }'), payments(price)].join('\n'), expected),
  )

  test.each([
    ['valued: { at-most: 10 % }, as: count, at-least: 3 times', ''],
    ['valued: { at-most: 10 % }, as: share, at-least: 50 %', ''],
    ['valued: { at-most: 10 % }, as: share, at-least: 3 times', 'unit-mismatch `3 times` → undecided'],
    ['valued: { at-most: 10 }, as: count, at-least: 3 times', 'unit-mismatch `10` → 10 %'],
    [
      'valued: { threshold: 10 % }, as: count, at-least: 3 times',
      'edge-unsettled `threshold` → at-least: 10 %, more-than: 10 %, at-most: 10 %, less-than: 10 %',
    ],
    ['at-least: 3 times', 'measure-kind-unfit `away` → shelter, jail, arrest'],
  ])('count-of: away, %s', (rest, expected) => check(goals(`met: { count-of: away, ${window}, ${rest} }`), expected))

  test('of values that are counted, whether as a number or as a share', () =>
    check(
      goals(`met: { count-of: away, ${window}, valued: { at-most: 10 % }, at-least: 3 times }`),
      `edge-unsettled \`count-of: away, ${window}, valued: { at-most: 10 % }, at-least: 3 times\` → as: count, as: share`,
    ))

  test.each([
    [`${nights}, less-than: 6`, 'unit-mismatch `6` → 6 nights'],
    [`${nights}, less-than: 1 week`, 'unit-mismatch `1 week` → 7 nights'],
    [`${nights}, less-than: 6 months`, 'unit-mismatch `6 months` → undecided'],
    [`count-of: arrest, ${window}, at-most: 2`, ''],
    [`count-of: arrest, ${window}, at-most: 2 people`, 'unit-mismatch `2 people` → 2 times'],
    [`value-of: mood, pick: latest, ${window}, at-least: 3`, ''],
    [`value-of: away, pick: latest, ${window}, at-most: 10`, 'unit-mismatch `10` → 10 %'],
    [`value-of: away, pick: latest, ${window}, at-most: 0.1`, 'unit-mismatch `0.1` → 10 %, 0.1 %'],
    [`value-of: wage, pick: latest, ${window}, at-least: 20000`, 'unit-mismatch `20000` → 20000 kr'],
    [
      `value-of: step, pick: mean, ${window}, at-least: 2 levels`,
      'levels-averaged `mean` → latest, first, highest, lowest',
    ],
    [`change: rise, from: ${mood('first')}, to: ${mood('latest')}, as: units, at-least: 1 point`, ''],
    [
      `change: rise, from: ${mood('first')}, to: ${mood('latest')}, as: share, zero-baseline: makes-unmeasured, at-least: 10 %`,
      '',
    ],
    [
      `change: rise, from: ${mood('first')}, to: ${mood('latest')}, as: units, at-least: 10 %`,
      'unit-mismatch `10 %` → undecided',
    ],
    ['time-between: [birth, occasion], unit: years, at-least: 72 months', 'unit-mismatch `72 months` → 6 years'],
    [`difference: [${mood('first')}, { ${nights} }], at-least: 1`, `unit-mismatch \`${nights}\``],
  ])('met: { %s }', (condition, expected) => check(met(condition), expected))
})

describe('tables, windows and comparisons', () => {
  const stepsOf = (...rows: string[]) =>
    [
      goals(`quantity: { ${nights} }`),
      payments(`amount: { steps: { this: quantity }, table: [${rows.join(', ')}], below: 0 kr }`),
    ].join('\n')

  test('thresholds rise, each once', () => {
    check(stepsOf('{ at-least: 1 night, give: 1 kr }', '{ more-than: 2 nights, give: 2 kr }'), '')
    check(
      stepsOf('{ at-least: 2 nights, give: 1 kr }', '{ at-least: 1 night, give: 2 kr }'),
      'table-not-rising `1 night`',
    )
    check(
      stepsOf('{ at-least: 2 nights, give: 1 kr }', '{ more-than: 2 nights, give: 2 kr }'),
      'table-not-rising `2 nights`',
    )
  })
  test.each([
    ['from: start - 6 months, until: start', ''],
    ['from: start, through: start', ''],
    ['from: start, until: start', 'window-backwards'],
    ['after: start, until: start + 1 day', 'window-backwards'],
    ['after: start, through: start + 1 day', ''],
    ['from: start + 1 month, until: start + 28 days', 'window-backwards'],
    ['from: 2024-02-01, until: 2024-01-01', 'window-backwards'],
    ['from: occasion - 12 months, through: occasion', ''],
    ['from: end, until: start', ''],
  ])('window { %s }', (ends, code) =>
    check(
      met(`time-in: shelter, unit: nights, window: { ${ends} }, less-than: 6 nights`),
      code === '' ? '' : `${code} \`${ends}\``,
    ),
  )
  test.each([
    ['at-least: 2 nights, at-most: 6 nights', ''],
    ['at-least: 2 nights, more-than: 1 night', 'bounds-clash `1 night`'],
    ['exactly: 2 nights, at-most: 6 nights', 'bounds-clash `2 nights`'],
    ['at-least: 6 nights, at-most: 2 nights', 'bounds-clash `2 nights`'],
    ['at-least: 6 nights, less-than: 6 nights', 'bounds-clash `6 nights`'],
    ['at-least: 6 nights, at-most: 6 nights', ''],
  ])('{ …, %s }', (bounds, expected) => check(met(`${nights}, ${bounds}`), expected))

  const group = (limit: string) =>
    goals(
      `met: { over: people, take: share, that: { ${nights}, less-than: 6 nights }, unmeasured: left-out, ${limit} }`,
      'the-group',
      'agreement end',
    ).replaceAll('window: { from: start,', 'window: { from: occasion - 1 year,')
  test('a threshold stated twice is asked about where the two differ', () => {
    check(group('at-least: 31 %, written-as: 31 of 100'), '')
    check(
      group('at-least: 31 %, written-as: 50 of 162'),
      'threshold-stated-twice `31 %` → decided-by: count, decided-by: share',
    )
    check(group('at-least: 31 %, written-as: 50 of 162, decided-by: count'), '')
  })
  test('every and any are conditions, not numbers', () =>
    check(group('at-least: 31 %').replace('take: share', 'take: every'), 'take-unfit `every` → share, count'))
})

describe('kinds of a measure', () => {
  const kinds = 'kinds: { night: { da: a, en: a }, emergency: { da: b, en: b } }'
  const divided = measure('shelter', kinds)
  const asked = (rest: string) =>
    [divided, met(`time-in: shelter, unit: nights, WINDOW, ${rest}less-than: 6 nights`)].join('\n')
  test('which of them count is asked', () => {
    check(
      asked(''),
      'edge-unsettled `time-in: shelter, unit: nights, window: { from: start, until: occasion }, less-than: 6 nights` → kinds: [night], kinds: all',
    )
    check(asked('kinds: all, '), '')
    check(asked('kinds: [night, emergency], '), '')
    check(asked('kinds: undecided, '), 'edge-unsettled `undecided` → kinds: all')
  })
  test('they are kinds of the measure', () => {
    check(asked('kinds: [nigth], '), 'name-unknown `nigth` → night')
    check(met('time-in: shelter, unit: nights, WINDOW, kinds: all, less-than: 6 nights'), 'name-unknown `all`')
  })
  test('scores have none', () => check(measure('mood', kinds), 'measure-kind-unfit'))
  test('a day and a schedule cannot say which', () => {
    check([divided, met('reached: first shelter, by: occasion')].join('\n'), 'kinds-open `first shelter`')
    const each = goals(metText.replace('shelter', 'shelter, kinds: all'))
    check([divided, each.replace(/when: .*/, 'when: { each: shelter, at-most: 2 }')].join('\n'), 'kinds-open `shelter`')
  })
})

describe('the wall, and rights', () => {
  const diary = `met: { value-of: diary, pick: latest, ${window}, at-least: 3 }`
  const override = 'learning-override: { da: parterne har aftalt det, en: the parties have agreed so }'
  test('a measure for learning pays nothing', () =>
    check(goals(diary), `learning-paid \`housed\` → ${override}, use: payment`))
  test('not by way of another goal or a group either', () => {
    const other = goals('met: { met: other, dates: same-date }')
    const by = `other: { clause: o, label: { da: a, en: a }, for: each-subject, when: { at: end }, unmeasured: missed, ${diary} }`
    check(`${other}\n  ${by}`, `learning-paid \`housed\` → ${override}, use: payment`)
    const groups = `groups: { glad: { label: { da: a, en: a }, who: { value-of: diary, pick: latest, ${window}, at-least: 3 } } }`
    check(`${groups}\n${goals('met: { in: glad }')}`, `learning-paid \`housed\` → ${override}, use: payment`)
  })
  test('what is still to be agreed owes nothing yet', () =>
    check(goals(`agreed: { by: 2024-06-01, otherwise: unpaid }\n    ${diary}`), ''))
  test('the parties may say why', () =>
    check(
      [goals(diary), payments(`per-met: 1 kr, ${override}`)].join('\n'),
      'learning-override `da: parterne har aftalt det, en: the parties have agreed so`',
    ))

  const right = measure('shelter', 'right: { da: en seng, en: a bed }')
  test.each([
    [`met: { ${nights}, less-than: 6 nights }`, 'per-met: 1 kr', true],
    [`met: { ${nights}, at-least: 6 nights }`, 'per-met: 1 kr', false],
    [`met: { not: { ${nights}, at-least: 6 nights } }`, 'per-met: 1 kr', true],
    [
      `met: { change: fall, from: { ${nights} }, to: { ${nights} }, as: units, at-least: 1 night }`,
      'per-met: 1 kr',
      true,
    ],
    [`quantity: { ${nights} }`, 'per-unit: 1 kr', false],
    [
      `quantity: { ${nights} }`,
      'amount: { steps: { this: quantity }, table: [{ at-least: 6 nights, give: 0 kr }], below: 9 kr }',
      true,
    ],
    [`quantity: { difference: [{ ${nights} }, { ${nights} }] }`, 'per-unit: 1 kr, if-negative: nothing', true],
  ])('%s with %s rewards withholding: %s', (goal, payment, isTold) => {
    const { problems } = read([right, goals(goal), payments(payment)].join('\n'))
    expect(problems.map(({ code }) => code)).toEqual(isTold ? ['rewards-withholding'] : [])
  })
  test('a note that says how the decision is kept apart answers it', () =>
    check([right, goals(`note: { da: a, en: a }\n    ${metText}`)].join('\n'), ''))
})

describe('subjects', () => {
  const family = sections['people']!.replace('subject: person', 'subject: family')
  const child = measure('mood', '', 'child')
  const over = 'over: children, among: everybody, take: every'
  const rest = 'unmeasured: left-out, members-at: start, if-nobody: makes-unmeasured'
  const condition = `value-of: mood, pick: latest, ${window}, at-least: 3`
  test('of a family it is asked which children count', () =>
    check(
      [family, child, met(condition)].join('\n'),
      `subject-unfit \`${condition}\` → { over: children, take: every, that: … }, { over: children, take: any, that: … }`,
    ))
  test('over its children it is said', () =>
    check([family, child, met(`${over}, that: { ${condition} }, ${rest}`)].join('\n'), ''))
  test('a person sees the figures of the agreement, but belongs to no family of one', () => {
    check([measure('mood', '', 'agreement'), met(condition)].join('\n'), '')
    check([measure('mood', '', 'family'), met(condition)].join('\n'), `subject-unfit \`${condition}\``)
  })
  test('a column that the program reads itself is never an attribute', () => {
    check(met('attribute: gender, is: [f]'), '')
    check(met('attribute: spor, is: [a, b]'), 'attribute-reserved `spor` → { in: [a, b] }')
    check(
      goals(`who: { attribute: exit, is: [a] }\n    ${metText}`),
      'attribute-reserved `exit` → { left: [a], by: occasion }',
    )
  })
  describe('of a group', () => {
    const group = (condition: string, who = 'the-group') => goals(`met: { ${condition} }`, who, 'agreement end')
    const ways = ' → { over: people, take: every, that: … }, { over: people, take: any, that: … }'
    test.each(['attribute: area, is: [north]', 'in: [glad]', 'left: [moved], by: occasion', 'observed-to: occasion'])(
      'nobody is asked { %s }',
      (condition) => {
        const glad = `groups: { glad: { label: { da: a, en: a }, who: { attribute: area, is: [north] } } }`
        check([exits, glad, group(condition)].join('\n'), `asked-of-group \`${condition}\`${ways}`)
        const over = `over: people, take: any, that: { ${condition} }, unmeasured: left-out`
        check([exits, glad, group(over)].join('\n'), '')
      },
    )
    test('nor are children, but by way of their families', () => {
      const children = `over: children, take: every, that: { ${condition} }, among: everybody, ${rest}`
      check([family, child, group(children)].join('\n'), `asked-of-group \`${children}\`${ways}`)
      check(
        [family, child, group(`over: people, take: every, that: { ${children} }, unmeasured: left-out`)].join('\n'),
        '',
      )
      check([family, child, group(condition)].join('\n'), `subject-unfit \`${condition}\`${ways}`)
    })
    test('nor of whom the goal is about', () =>
      check(
        goals('who: { attribute: area, is: [north] }\n    met: { reached: end, by: occasion }', 'the-group', 'end'),
        `asked-of-group \`attribute: area, is: [north]\`${ways}`,
      ))
    test('what the group is may be asked', () => {
      const cohort = (attribute: string) =>
        group(`attribute: ${attribute}, is: ["2024"]`, 'each-cohort\n    cohort: start-year')
      check(cohort('cohort'), '')
      check(cohort('authority'), `asked-of-group \`attribute: authority, is: ["2024"]\`${ways}`)
    })
    test('it has no day of birth, and no events of people', () => {
      check(group('reached: birth, by: occasion'), 'asked-of-group `birth`')
      check(
        goals('met: { reached: end, by: occasion }', 'the-group').replace(/when: .*/, 'when: { at: last arrest }'),
        'subject-unfit `last arrest`',
      )
      const each = goals('met: { reached: end, by: occasion }', 'the-group')
      const when = (measure: string) => each.replace(/when: .*/, `when: { each: ${measure}, at-most: 2 }`)
      check(when('arrest'), 'subject-unfit `arrest`')
      check([measure('arrest', '', 'agreement'), when('arrest')].join('\n'), '')
    })
    test('nor do the days of a fee see them', () => {
      const fee = (due: string) =>
        `${payments('per-met: 1 kr')}\n  fee: { clause: f, label: { da: a, en: a }, fee: 9 kr, due: { ${due} } }`
      check(fee('each: arrest, at-most: 2'), 'subject-unfit `arrest`')
      check(fee('at: first arrest'), 'subject-unfit `first arrest`')
      check(fee('at: agreement end'), '')
    })
    test('what is decided for each cohort is seen by the cohort, and over cohorts', () => {
      const other =
        'other: { clause: o, label: { da: a, en: a }, for: each-cohort, cohort: start-year, when: { at: agreement end }, unmeasured: missed, met: { reached: end, by: occasion } }'
      const builds = 'met: other, dates: any-date'
      check(`${group(builds)}\n  ${other}`, `subject-unfit \`${builds}\``)
      check(`${met(builds)}\n  ${other}`, `subject-unfit \`${builds}\``)
      check(
        `${group(`over: cohorts, take: any, that: { ${builds} }, unmeasured: left-out, if-nobody: makes-unmeasured`)}\n  ${other}`,
        '',
      )
    })
  })
  test('everybody sees what is decided for all, and the whole sees nobody by itself', () => {
    const other = (who: string) =>
      `other: { clause: o, label: { da: a, en: a }, for: ${who}, when: { at: agreement end }, unmeasured: missed, met: { reached: agreement end, by: occasion } }`
    check(`${met('met: other, dates: any-date')}\n  ${other('the-group')}`, '')
    check(
      `${goals('met: { met: other, dates: any-date }', 'the-group', 'agreement end')}\n  ${other('each-subject')}`,
      'subject-unfit `met: other, dates: any-date`',
    )
  })
})

describe('payments, limits and payers', () => {
  test('who leaves is answered for goals that pay, one way out at a time', () => {
    check(
      [exits, goals(metText)].join('\n'),
      'edge-unsettled `clause: "1"` → leavers: { moved: left-out }, leavers: { moved: missed }, leavers: { moved: as-measured }',
    )
    check([exits, goals(`leavers: { moved: missed }\n    ${metText}`)].join('\n'), '')
  })
  test('a sum that may fall below zero is asked about', () => {
    const saved = goals(`quantity: { difference: [30 nights, { ${nights} }] }`)
    const asked = (first: string) => `edge-unsettled \`${first}\` → if-negative: nothing, if-negative: owed-back`
    check(
      [saved, payments('per-unit: 10 kr')].join('\n'),
      asked('label: { da: a, en: a }, clause: "1", goal: housed, per-unit: 10 kr'),
    )
    check([saved, payments('per-unit: 10 kr, if-negative: nothing')].join('\n'), '')
    const other = `other: { clause: "3", label: { da: b, en: b }, for: each-subject, when: { at: end }, unmeasured: waits, quantity: { difference: [30 nights, { ${nights} }] } }`
    const borrowed = goals(
      `quantity: { result-of: other, as: quantity, dates: dates-so-far, pick: latest, if-none: 0 nights }`,
    )
    check(
      [`${borrowed}\n  ${other}`, payments('per-unit: 10 kr')].join('\n'),
      asked('label: { da: a, en: a }, clause: "1", goal: housed, per-unit: 10 kr'),
    )
    check([saved, payments('amount: { highest-of: [0 kr, { product: [{ this: quantity }, 10 kr] }] }')].join('\n'), '')
    check(
      [
        saved,
        payments(
          'amount: { line: { this: quantity }, points: [{ x: 0 nights, give: 0 kr }, { x: 9 nights, give: 9 kr }], below: hold, above: extend }',
        ),
      ].join('\n'),
      '',
    )
    const extended =
      'amount: { line: { this: quantity }, points: [{ x: 0 nights, give: 0 kr }, { x: 9 nights, give: 9 kr }], below: extend, above: hold }'
    check(
      [saved, payments(extended)].join('\n'),
      asked(`label: { da: a, en: a }, clause: "1", goal: housed, ${extended}`),
    )
  })
  test('a price per unit of a share is asked about', () =>
    check(
      [goals(`quantity: { value-of: away, pick: latest, ${window} }`), payments('per-unit: 10 kr')].join('\n'),
      'edge-unsettled `per-unit` → amount: { product: [{ this: quantity }, 100, 10 kr] }, amount: { product: [{ rounded: { product: [{ this: quantity }, 100] }, to: 1, how: down }, 10 kr] }, amount: { product: [{ this: quantity }, 10 kr] }',
    ))
  test('a fee inside the cap, or outside', () => {
    const fee = `${payments('per-met: 1 kr')}\n  fee: { clause: f, label: { da: a, en: a }, fee: 9 kr, due: { at: agreement end } }`
    const limit = (over: string) => `limits: [{ clause: l, cap: 5 kr, per: agreement, gives-way: latest-first${over} }]`
    check(
      `${fee}\n${limit('')}`,
      'edge-unsettled `clause: l, cap: 5 kr, per: agreement, gives-way: latest-first` → over: [housed, fee], over: [housed]',
    )
    check(`${fee}\n${limit(', over: [housed]')}`, '')
  })
  test('payers of the same payments share them between them', () => {
    const each = (...payers: string[]) => `payers: { clause: p, split: by-share, each: [${payers.join(', ')}] }`
    const town = '{ payer: town, payee: fund, share: 60 % }'
    check(each(town, '{ payer: fund, payee: fund, share: 40 % }'), '')
    check(each(town, '{ payer: fund, payee: fund, share: 1/3 }'), 'payer-shares')
    check(each(town, '{ payer: fund, payee: fund }'), 'payer-shares `payer: fund, payee: fund` → share: undecided')
  })
  test('what is for the whole agreement is not paid by those who pay for some of its groups', () => {
    const each =
      'payers: { clause: p, split: by-share, each: [{ payer: town, payee: fund, share: 100 %, groups: [north] }] }'
    const fee = 'fee: 100 kr, due: { calendar: year, decided: each-date }'
    check([each, payments(fee)].join('\n').replace('goal: housed, ', ''), 'payer-none')
  })
  test('a goal and its payment share a number, and nothing else does', () => {
    check(
      `${payments('per-met: 1 kr')}\n  more: { clause: "1", label: { da: a, en: a }, goal: housed, per-met: 1 kr }`,
      '',
    )
    check(sections['settlement']!.replace('clause: s', 'clause: p'), 'clause-twice `p`')
  })
  test('a part that is missing is told by what it would hold', () => {
    const { text } = read('')
    const without = text.replace(/measures:[^]*?(?=goals:)/, '')
    const missing = readTerms(without, 'terms.yaml').problems.find(({ code }) => code === 'key-missing')
    expect(missing?.facts).toMatchObject({ key: 'measures', says: 'a set of measures by name' })
  })
  test('a number whose side is open hides no other question', () => {
    const open = (limit: string) => met(`time-in: shelter, window: { from: start, to: occasion }${limit}`)
    const { problems } = read(open(', threshold: 6 nights'))
    expect(problems.map(({ facts }) => facts['key']).sort()).toEqual(['boundary', 'unit', 'window-end'])
    expect(
      read(open(''))
        .problems.map(({ facts }) => facts['key'])
        .sort(),
    ).toEqual(['boundary', 'unit', 'window-end'])
  })
  test('a question beside it hides nothing that is wrong', () =>
    check(
      met(
        'time-in: shelter, unit: nights, window: { from: start, to: occasion }, less-than: 6 nights, at-most: 2 nights',
      ),
      'edge-unsettled `to` → until: occasion, through: occasion\nbounds-clash `6 nights`',
    ))
})

const metText = `met: { ${nights}, less-than: 6 nights }`
const exits = sections['people']!.replace(' }', ', exits: { moved: { da: a, en: a } } }')
  .replace('en: a, exits', 'en: a }, exits')
  .replace('{ da: a, en: a } } }, clock', '{ da: a, en: a } }, clock')

function common(kind: string): string {
  return `label: { da: a, en: a }, kind: ${kind}, of: person, source: { da: a, en: a }, grade: register, use: payment`
}

function goals(body: string, who = 'each-subject', at = 'start + 12 months'): string {
  return `goals:\n  housed:\n    clause: "1"\n    label: { da: a, en: a }\n    for: ${who}\n    when: { at: ${at} }\n    unmeasured: missed\n    ${body}`
}

function met(condition: string): string {
  return goals(`met: { ${condition.replace('WINDOW', window)} }`)
}

function payments(body: string): string {
  return `payments:\n  housed: { label: { da: a, en: a }, clause: "1", goal: housed, ${body} }`
}

/** The measures, with one of them changed. */
function measure(name: string, more: string, of = 'person'): string {
  return sections['measures']!.split('\n')
    .map((line) => {
      if (!line.startsWith(`  ${name}:`)) return line
      const changed = line.replace('of: person', `of: ${of}`)
      return more === '' ? changed : changed.replace(/ }$/, `, ${more} }`)
    })
    .join('\n')
}

/** The smallest agreement with these sections in place of its own. */
function read(pieces: string) {
  const own = new Map(Object.entries(sections))
  for (const piece of pieces.split(/\n(?=[a-z])/)) own.set(piece.slice(0, piece.indexOf(':')), piece)
  const text = [...own.values()].join('\n')
  return { text, problems: readTerms(text, 'terms.yaml').problems }
}

function check(pieces: string, expected: string): void {
  const { text, problems } = read(pieces)
  const told = problems.map((found) => {
    const { line, column, length } = found.at
    const spot = text
      .split('\n')
      [line - 1]!.slice(column - 1, column - 1 + length)
      .replace(/^\{ | \}$/g, '')
    const pastes = found.choices.map(({ paste }) => paste).join(', ')
    return `${found.code} \`${spot}\`${pastes === '' ? '' : ` → ${pastes}`}`
  })
  const first = told[0] ?? ''
  const isWhole = expected.includes('`') || expected === ''
  expect(
    isWhole ? told.join('\n') : first.split(' ')[0],
    problems.map((found) => excerpt(text, found.at)).join('\n'),
  ).toBe(expected)
}
