/** What the parts of an agreement say about each other. */
import { describe, expect, test } from 'vitest'
import {
  sections,
  window,
  nights,
  mood,
  metText,
  exits,
  goals,
  met,
  payments,
  measure,
  read,
  check,
} from './check-example.ts'

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
  test('a set of named days holds one', () => check(goals(`dates: {}\n    ${metText}`), 'dates-empty `{}`'))
  test('a follow-up date that lies in two windows is told where it counts twice', () => {
    const counted = (inside: string, decided = 'each-date') =>
      goals(`met: { time-in: shelter, unit: nights, window: { ${inside} }, less-than: 6 nights }`).replace(
        'when: { at: start + 12 months }',
        `when: { every: 3 months, from: start, times: 4, decided: ${decided} }`,
      )
    const ways = 'window: { after: previous, through: occasion }, window: { from: previous, until: occasion }'
    check(
      counted('from: previous, through: occasion'),
      `day-in-two-windows \`from: previous, through: occasion\` → ${ways}`,
    )
    check(counted('from: previous, until: occasion'), '')
    check(counted('after: previous, through: occasion'), '')
    check(counted('from: previous + 1 day, through: occasion'), '')
  })
  test('cohorts with names are not those of a year', () => {
    const people = sections['people']!.replace(
      'pilot: counted',
      'pilot: counted, cohorts: { first: { label: { da: a, en: a }, from: 2024-01-01, through: 2024-06-30 } }',
    )
    const each = (cohort: string) =>
      [
        people,
        goals(
          `cohort: ${cohort}\n    quantity: { over: people, take: count, unmeasured: left-out }`,
          'each-cohort',
          'end',
        ),
        payments('amount: { product: [{ this: quantity }, 1 kr] }'),
      ].join('\n')
    check(each('start-year'), 'cohorts-passed-by `start-year` → cohort: named')
    check(each('named'), '')
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

  test.each(['at-least: 50 %', 'at-least: 3 times', 'if-none: 0 %, at-least: 50 %'])(
    'of values that are counted, what is held against them until it is answered: %s',
    (limit) =>
      check(
        goals(`met: { count-of: away, ${window}, valued: { at-most: 10 % }, ${limit} }`),
        `edge-unsettled \`count-of: away, ${window}, valued: { at-most: 10 % }, ${limit}\` → as: count, as: share`,
      ),
  )

  test('a share is paid of what may yet be money', () => {
    const open = sections['measures']!.replace(' unit: money,', '')
    const sum = goals(`quantity: { value-of: wage, pick: latest, ${window} }`)
    const { problems } = read([open, sum, payments('per-unit: 10 %')].join('\n'))
    expect(problems.map(({ code, facts }) => [code, facts['key']])).toEqual([['edge-unsettled', 'unit']])
  })

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
