/**
 * The wordings of Danish contracts that can be read in two ways: reading each must raise the question it hides.
 *
 * Each case is the goal as it was published, written as far as it goes. What the parties left open is left out, and
 * `check` must name it at the goal, with answers.
 */
import { expect, test } from 'vitest'
import { problemText } from '../locales/index.ts'
import { readTerms } from '../src/core/terms/index.ts'

test('at least 31 % (50 of 162): the share and the count disagree at exactly fifty', () =>
  check('threshold-stated-twice', {
    met: '{ over: people, take: share, that: { met: lower, dates: every-date }, unmeasured: counted-as-no, at-least: 31 %, written-as: 50 of 162 }',
    for: 'the-group',
    more: lowerGoal,
  }))

test('attends controls at 12, 24 and 36 months: at each, or at all three?', () =>
  check('decided', { when: '{ at: [start + 12 months, start + 24 months, start + 36 months] }' }))

test('under 6 days per 6th month: fixed half-years, or any rolling six months?', () =>
  check('periods', {
    met: '{ time-in: shelter, unit: nights, window: { from: start, until: occasion }, per: 6 months, less-than: 6 nights }',
  }))

test('completes all nine months: what of death, prison and moving away?', () => {
  check('leavers', { exits: '{ died: { da: død, en: died }, moved: { da: flyttet, en: moved } }' })
})

test('self-supporting: which weeks count, and is a part of a week enough?', () => {
  check('part-units', {
    met: '{ time-in: shelter, unit: weeks, weeks: monday-to-sunday, window: { from: start, until: occasion }, at-least: 26 weeks }',
  })
  check('gap-at-most', {
    met: '{ longest-run-in: shelter, unit: weeks, window: { from: start, until: occasion }, at-least: 26 weeks }',
  })
})

test('self-supporting: full or partial, a flex job, education? The kinds that count are named', () => {
  const work =
    '{ label: { da: i arbejde, en: in work }, kind: spell, of: person, kinds: { full-time: { da: fuldtidsjob, en: full-time job }, part-time: { da: deltidsjob, en: part-time job }, flex-job: { da: fleksjob, en: flex job }, education: { da: uddannelse, en: education } }, source: { da: registeret, en: the register }, grade: register, use: payment, to-means: first-day-out, overlap: once, no-record: none }'
  const window = 'window: { from: start, until: occasion }'
  for (const met of [
    `{ longest-run-in: shelter, unit: weeks, gap-at-most: 0 days, ${window}, at-least: 26 weeks }`,
    `{ time-in: shelter, unit: days, ${window}, at-least: 180 days }`,
    `{ count-of: shelter, ${window}, at-least: 1 time }`,
  ])
    check('kinds', { measure: work, met })
})

test('no support benefit in the preceding six months: is the last day inside?', () => {
  check('window-end', {
    met: '{ time-in: shelter, unit: days, window: { from: occasion - 6 months, to: occasion }, exactly: 0 days }',
  })
  check('no-record', {
    measure:
      '{ label: { da: ydelse, en: benefit }, kind: spell, of: person, source: { da: register, en: register }, grade: register, use: payment, to-means: first-day-out, overlap: once }',
  })
})

test('progress since the last follow-up before the start: what if there was none?', () =>
  check('unmeasured', {
    unmeasured: '',
    met: '{ change: rise, from: { value-of: score, pick: latest, window: { from: start - 12 months, until: start } }, to: { value-of: score, pick: latest, window: { from: start, through: occasion } }, as: units, at-least: 1 points }',
  }))

test('wellbeing, method to be set later: what if it never is?', () =>
  check('otherwise', {
    more: '  later:\n    clause: "9"\n    label: { da: Trivsel, en: Wellbeing }\n    for: each-subject\n    when: { at: end }\n    agreed: { by: 2025-12-31 }\n    unmeasured: left-out\n',
  }))

test('absence of all children: each child or the mean, those of school age, those born later?', () => {
  const absence =
    '{ over: children, take: every, among: everybody, that: { value-of: score, pick: latest, window: { from: start, through: occasion }, at-most: 1 points }, unmeasured: makes-unmeasured, members-at: start, if-nobody: makes-unmeasured }'
  for (const key of ['take', 'among', 'members-at', 'if-nobody', 'unmeasured']) {
    check(key, { met: absence.replace(new RegExp(`,? ${key}: [a-z-]+`), '') })
  }
})

test('and/or between two goals: both, or one of them?', () =>
  check('and-or', { met: '{ and-or: [{ in: men }, { in: women }] }' }))

type Case = {
  met?: string
  when?: string
  for?: string
  unmeasured?: string
  exits?: string
  measure?: string
  more?: string
}

const lowerGoal = `  lower:
    clause: "8"
    label: { da: Lavere, en: Lower }
    for: each-subject
    when: { at: start + 12 months }
    met: { time-in: shelter, unit: nights, window: { from: start, until: occasion }, less-than: 6 nights }
    unmeasured: waits
`

/** Reads terms with the goal as published; the question asked must be that of the key, have answers, and say so in words. */
function check(key: string, { met, when, for: scope, unmeasured, exits, measure, more }: Case): void {
  const text = `bundlinje: "1.0"
title: { da: Prøve, en: Trial }
currency: DKK
runs: { from: 2024-01-01, through: 2027-12-31 }
flow: { kind: grant, noun: { da: betinget tilskud, en: conditional grant } }
parties: { town: { name: Byen, roles: [payer] }, fund: { name: Fonden, roles: [investor] } }
people:
  subject: person
  label: { da: borgere, en: citizens }
  clock: start
  counted: started
  pilot: counted
  tracks: { men: { label: { da: mænd, en: men } }, women: { label: { da: kvinder, en: women } } }
${exits === undefined ? '' : `  exits: ${exits}\n`}measures:
  shelter: ${measure ?? '{ label: { da: på herberg, en: in a shelter }, kind: spell, of: person, source: { da: herberget, en: the shelter }, grade: register, use: payment, to-means: first-day-out, overlap: once, no-record: none }'}
  score: { label: { da: plan, en: plan }, kind: score, of: person, source: { da: planen, en: the plan }, grade: authority, use: payment, scale: { from: 0, to: 10, better: higher }, ties: highest }
goals:
  goal:
    clause: "1"
    label: { da: Målet, en: The goal }
    for: ${scope ?? 'each-subject'}
    when: ${when ?? '{ at: start + 36 months }'}
    met: ${met ?? '{ time-in: shelter, unit: nights, window: { from: start, until: occasion }, less-than: 6 nights }'}
${unmeasured === '' ? '' : '    unmeasured: waits\n'}${more ?? ''}payments:
  goal: { clause: "1", label: { da: Målet, en: The goal }, goal: goal, per-met: 10000 kr }
payers: { clause: "2", split: by-share, each: [{ payer: town, payee: fund, share: 100 % }] }
settlement: { clause: "3", every: year, overpaid: set-off, rounding: { to: 1 kr, how: half-up, of: each-amount } }
`
  const open = readTerms(text, 'terms.yaml').problems.filter(({ severity }) => severity !== 'notice')
  const asked = open.filter(({ code, facts }) => code === key || facts.key === key)
  expect(
    asked.length,
    `${key} is asked; found ${open.map(({ code, facts }) => `${code} ${typeof facts.key === 'string' ? facts.key : ''}`).join(', ')}`,
  ).toBeGreaterThan(0)
  for (const question of asked) {
    expect(question.severity).toBe('unsettled')
    expect(question.choices.length).toBeGreaterThan(1)
    for (const locale of ['da', 'en'] as const) expect(problemText(question, locale, text)).toMatch(/\?|31/)
  }
}
