/** The annex sentence by sentence: a goal and its payment as terms, and what is read of them in both languages. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everything } from './changes.ts'
import { readTerms } from '../read.ts'
import { wordsOf } from './index.ts'

test('steps are told from the highest down, a share of goals of the goals themselves', () =>
  check(`
    goal: { for: each-subject, when: { at: end }, quantity: { items-met: aims, as: share, window: { from: start, through: end }, changed: latest-wording, withdrawn: left-out, unjudged: makes-unmeasured } }
    payment: { amount: { steps: { this: quantity }, table: [{ at-least: 50 %, give: 36000 kr }, { at-least: 75 %, give: 72000 kr }], below: 0 kr } }
    da: For hver familie opgøres ved afslutning andelen af familiens handleplansmål, der er opfyldt.
    da: Er mindst 75 % af målene opfyldt, betales 72.000 kr.
    da: Er mindst 50 %, men under 75 %, af målene opfyldt, betales 36.000 kr.
    da: Ellers betales 0 kr.
    en: For each family, the following is worked out at the end of the course: the share of the family’s action-plan goals that are met.
    en: If at least 75% of the goals are met, DKK 72,000 is paid.
    en: If at least 50% but less than 75% of the goals are met, DKK 36,000 is paid.
    en: Otherwise DKK 0 is paid.
  `))

test('the side of a boundary is heard', () =>
  check(`
    goal: { for: each-subject, when: { at: end }, met: { time-in: shelter, unit: nights, window: { from: previous, until: occasion }, less-than: 6 nights } }
    payment: { per-met: 12000.50 kr }
    da: Målet afgøres for hver familie ved afslutning.
    da: Det er nået, når familien i under 6 nætter har været registreret som »på herberg« i perioden fra og med den forrige opfølgningsdato (første gang opstart) til (men ikke med) opfølgningsdatoen.
    da: For hver familie, der når målet, betales 12.000,50 kr.
    en: The goal is decided for each family at the end of the course.
    en: It is met when the family has been recorded as “in a shelter” on fewer than 6 nights from the previous follow-up date (the first time the start) up to but not including the follow-up date.
    en: For each family that meets the goal, DKK 12,000.50 is paid.
  `))

test('dates that share an anchor share its words, and each is paid', () =>
  check(`
    goal: { for: each-child, when: { at: [end + 12 months, end + 24 months], decided: each-date }, met: { value-of: away, pick: latest, window: { after: start, through: occasion }, at-most: 10 % } }
    payment: { per-met: 500 kr }
    da: Målet afgøres for hvert barn 12 og 24 måneder efter afslutning.
    da: Hver dato afgøres for sig.
    da: Det er nået, når barnets seneste oplysning om fravær i perioden fra dagen efter opstart til og med opfølgningsdatoen er højst 10 %.
    da: Hver gang et barn når målet, betales 500 kr.
    en: The goal is decided for each child 12 and 24 months after the end of the course.
    en: Each date is decided by itself.
    en: It is met when the child’s latest record of absence from the day after the start up to and including the follow-up date is at most 10%.
    en: Each time a child meets the goal, DKK 500 is paid.
  `))

test('none at all is said as people say it', () =>
  check(`
    goal: { for: each-subject, when: { at: last day of the month of end + 1 day }, met: { over: children, take: every, that: { attribute: school, is: [a, b] }, among: { time-between: [birth, occasion], unit: years, at-least: 6 years }, unmeasured: left-out, members-at: start, if-nobody: counted-as-yes } }
    payment: { per-met: 1 kr, only-if: { not: { time-in: shelter, unit: nights, window: { from: occasion, through: occasion }, at-most: 0 nights } } }
    da: Målet afgøres for hver familie den sidste dag i samme måned som dagen efter afslutning.
    da: Det er nået, når det for hvert af familiens børn, der er mindst 6 år på opfølgningsdatoen, gælder, at barnet er registreret med »a« eller »b« under »school«.
    da: For hver familie, der når målet, betales 1 kr.
    da: Der betales kun, hvis det ikke er sådan, at familien ikke en eneste nat har været registreret som »på herberg« på opfølgningsdatoen.
    en: The goal is decided for each family on the last day of the same month as the day after the end of the course.
    en: It is met when, for each of the family’s children who is at least 6 years old on the follow-up date, the child is recorded with “a” or “b” under “school”.
    en: For each family that meets the goal, DKK 1 is paid.
    en: Payment is made only if it is not the case that the family has not been recorded as “in a shelter” on a single night on the follow-up date.
  `))

test('what is put together is named, so that nobody asks what is reckoned first', () =>
  check(`
    goal: { for: each-subject, when: { at: end }, quantity: { difference: [{ product: [2/3, { value-of: cost, pick: sum, window: { from: start, through: end } }] }, 100 kr] } }
    payment: { amount: { highest-of: [0 kr, { product: [50 %, { this: quantity }] }] } }
    da: For hver familie opgøres ved afslutning værdi A fratrukket 100 kr.
    da: Værdi A er 2/3 ganget med familiens sum af oplysningerne om udgiften i perioden fra og med opstart til og med afslutning.
    da: For hver familie betales det højeste af 0 kr. og værdi B.
    da: Værdi B er 50 % af resultatet.
    en: For each family, the following is worked out at the end of the course: value A less DKK 100.
    en: Value A is 2/3 multiplied by the family’s sum of the records of the cost from the start up to and including the end of the course.
    en: For each family, the highest of DKK 0 and value B is paid.
    en: Value B is 50% of the result.
  `))

test('three conditions or more are counted, and those inside them lettered', () =>
  check(`
    goal: { for: each-subject, when: { at: end }, met: { all: [{ attribute: x, is: [y] }, { not: { attribute: x, is: [z] } }, { some: 1, of: [{ observed-to: end }, { in: north }], unmeasured: counted-as-no }] } }
    payment: { per-met: 10 kr }
    da: Målet afgøres for hver familie ved afslutning.
    da: Det er nået, når alle disse betingelser er opfyldt: (1) familien er registreret med »y« under »x«; (2) familien ikke er registreret med »z« under »x«; (3) mindst 1 af disse 2 betingelser er opfyldt: (a) oplysningerne om familien når frem til afslutning; (b) familien hører til sporet i nord.
    da: For hver familie, der når målet, betales 10 kr.
    en: The goal is decided for each family at the end of the course.
    en: It is met when all of these conditions are met: (1) the family is recorded with “y” under “x”; (2) the family is not recorded with “z” under “x”; (3) at least 1 of these 2 conditions are met: (a) the records of the family reach the end of the course; (b) the family belongs to the track in the north.
    en: For each family that meets the goal, DKK 10 is paid.
  `))

test('a line says what holds beyond its ends', () =>
  check(`
    goal: { for: each-subject, when: { at: end }, quantity: { time-in: shelter, unit: nights, window: { from: start, through: end } } }
    payment: { amount: { line: { this: quantity }, points: [{ x: 0 nights, give: 100 kr }, { x: 10 nights, give: 0 kr }], below: hold, above: hold } }
    da: For hver familie opgøres ved afslutning antallet af nætter, hvor familien er registreret som »på herberg« i perioden fra og med opstart til og med afslutning.
    da: Betalingen falder jævnt fra 100 kr., når resultatet er 0 nætter, til 0 kr., når resultatet er 10 nætter.
    da: Er resultatet over 10 nætter, betales 0 kr.
    da: Er resultatet under 0 nætter, betales 100 kr.
    en: For each family, the following is worked out at the end of the course: the number of nights on which the family is recorded as “in a shelter” from the start up to and including the end of the course.
    en: The payment falls evenly from DKK 100 when the result is 0 nights to DKK 0 when the result is 10 nights.
    en: If the result is more than 10 nights, DKK 0 is paid.
    en: If the result is less than 0 nights, DKK 100 is paid.
  `))

test('a price per unit names the unit, and volume has its own prices', () =>
  check(`
    goal: { for: each-subject, when: { at: end }, quantity: { time-in: shelter, unit: nights, window: { from: start, through: end } } }
    payment: { per-unit: 12 kr }
    da: For hver familie opgøres ved afslutning antallet af nætter, hvor familien er registreret som »på herberg« i perioden fra og med opstart til og med afslutning.
    da: For hver nat betales 12 kr.
    en: For each family, the following is worked out at the end of the course: the number of nights on which the family is recorded as “in a shelter” from the start up to and including the end of the course.
    en: For each night, DKK 12 is paid.
  `))

test('a named day is told where it is used, with the goal where a payment elsewhere uses it, and so where nothing does', () => {
  const goal =
    '{ for: each-subject, when: { at: end }, dates: { moved: start + 1 month, settled: moved + 1 day, firm: first day of the month of moved, apart: 2024-05-01, last: apart }, met: { observed-to: firm } }'
  const payment = '{ per-met: 10 kr, only-if: { observed-to: settled } }'
  const text = termsWith(goal, payment).replace(
    '  it: { clause: "1", label: { da: x, en: x }, goal: it',
    '  it: { clause: "4", label: { da: x, en: x }, goal: it',
  )
  const { agreement, problems } = readTerms(text, 'terms.yaml')
  expect(problems.map(({ code, facts }) => [code, facts['date']])).toEqual([
    ['date-idle', 'apart'],
    ['date-idle', 'last'],
  ])
  const told = (locale: 'da' | 'en', id: string) =>
    wordsOf(agreement!, [], locale)
      .find((clause) => clause.id === id)!
      .sentences.map((sentence) => sentence.text.replace(/\u00a0/g, ' '))
  expect(told('da', 'goals.it').slice(1, 5)).toEqual([
    'Det er nået, når oplysningerne om familien når frem til den første dag i samme måned som 1 måned efter opstart.',
    'Ved dagen »settled« forstås dagen efter 1 måned efter opstart.',
    'Ved dagen »apart« forstås den 1. maj 2024; dagen indgår hverken i målet eller i betalingen.',
    'Ved dagen »last« forstås den 1. maj 2024; dagen indgår hverken i målet eller i betalingen.',
  ])
  expect(told('en', 'goals.it').slice(2, 4)).toEqual([
    'The day “settled” means the day after 1 month after the start.',
    'The day “apart” means 1 May 2024; neither the goal nor the payment reckons with that day.',
  ])
  expect(told('da', 'payments.it').at(-1)).toBe(
    'Der betales kun, hvis oplysningerne om familien når frem til dagen »settled«.',
  )
})

test('each class says what is taken back when too much was paid, and that it is due again', () => {
  const { agreement, marks } = readTerms(readFileSync(everything, 'utf8'), everything)
  for (const [locale, back, again] of [
    [
      'da',
      /^Er der betalt for meget, .* tages resten tilbage i omvendt rækkefølge: /,
      /har den til gode igen fra den dag\.$/,
    ],
    [
      'en',
      /^If too much was paid, .* the rest is taken back in the reverse order: /,
      /are due to it again from that day\.$/,
    ],
  ] as const) {
    const clauses = wordsOf(agreement!, marks, locale).filter(({ id }) => id.startsWith('security.'))
    const saying = (words: RegExp) =>
      clauses.filter(({ sentences }) => sentences.some(({ text }) => words.test(text.replace(/\u00a0/g, ' '))))
    const classes = ['security.senior', 'security.deferred']
    for (const words of [back, again]) expect(saying(words).map(({ id }) => id)).toEqual(classes)
  }
})

/** The goal and payment are put into terms; the lines are the main sentences of their clause, in order. */
function check(example: string): void {
  const lines = example
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const of = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const [goal = '', payment = ''] = [of('goal')[0], of('payment')[0]]
  const { agreement, marks, problems } = readTerms(termsWith(goal, payment), 'terms.yaml')
  expect(problems.filter(({ severity }) => severity !== 'notice')).toEqual([])
  for (const locale of ['da', 'en'] as const) {
    const clause = wordsOf(agreement!, marks, locale).find(({ id }) => id === 'goals.it')!
    const told = clause.sentences.filter(({ small }) => !small).map(({ text }) => text.replace(/\u00a0/g, ' '))
    expect(told).toEqual(of(locale))
  }
}

function termsWith(goal: string, payment: string): string {
  const words = '{ da: x, en: x }'
  const measure = (label: string, of: string, rest: string) =>
    `{ label: { ${label} }, of: ${of}, source: ${words}, grade: register, use: payment, ${rest} }`
  const begun = (flow: string, more: string) => flow.replace(/^\{/, `{ ${more},`)
  return `
bundlinje: "1.0"
title: ${words}
currency: DKK
runs: { from: 2024-01-01, through: 2028-12-31 }
flow: { kind: grant, noun: ${words} }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people:
  subject: family
  label: { da: familier, en: families }
  clock: start
  counted: started
  pilot: counted
  tracks: { north: { label: { da: sporet i nord, en: the track in the north } } }
measures:
  shelter: ${measure('da: på herberg, en: in a shelter', 'family', 'kind: spell, to-means: last-day-in, overlap: once, no-record: none')}
  away: ${measure('da: fravær, en: absence', 'child', 'kind: share, ties: highest')}
  cost: ${measure('da: udgiften, en: the cost', 'family', 'kind: amount, unit: money, ties: sum')}
  aims: ${measure('da: handleplansmål, en: action-plan goals', 'family', 'kind: plan')}
goals:
  it: ${begun(goal, `clause: "1", label: ${words}, unmeasured: waits`)}
payments:
  it: ${begun(payment, `clause: "1", label: ${words}, goal: it`)}
payers: { clause: "2", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "3", every: year, overpaid: set-off, rounding: { to: 1 kr, how: half-up, of: each-amount } }
`
}
