/** A figure of several people waits for nobody's day that may never come. */
import { describe, expect, test } from 'vitest'
import { check, measure, read, sections, window } from './check-example.ts'
import { readTerms, withChoice } from './read.ts'

const goal = (name: string, whose: string, rest: string) =>
  `  ${name}: { clause: ${name}, label: { da: a, en: a }, for: ${whose}, unmeasured: waits, ${rest} }`

const own = (at: string, met = `time-in: shelter, unit: nights, ${window}, less-than: 6 nights`) =>
  goal('own', 'each-subject', `when: { at: ${at} }, met: { ${met} }`)

const share = (that: string, rest = '') =>
  goal(
    'share',
    'the-group',
    `when: { at: agreement end }, quantity: { over: people, take: share, that: { ${that} }, ${rest}unmeasured: left-out }`,
  )

const both = (...parts: string[]) => `goals:\n${parts.join('\n')}\npayments: {}`

const after = 'first arrest + 13 weeks'
const reached = `{ reached: ${after}, by: occasion }`
const inJail = `time-in: jail, unit: nights, window: { from: first arrest, until: ${after} }, less-than: 6 nights`
const windowText = `from: first arrest, until: ${after}`
const asked = (dates: string, soFar: string, day = after) =>
  `wait-endless \`${dates}\` → dates: ${soFar}, among: { reached: ${day}, by: occasion }`
const ways = `{ all: [${reached}, …] }, among: ${reached}`

describe('a share of those who have met a goal', () => {
  test('is asked about where the goal is counted from an event', () => {
    check(both(own(after), share('met: own, dates: any-date')), asked('any-date', 'any-date-so-far'))
    check(both(own(after), share('met: own, dates: every-date')), asked('every-date', 'every-date-so-far'))
    check(both(own('start + 6 months'), share('met: own, dates: any-date')), '')
  })
  test('is not where its own day ends the waiting, or those without the event are told apart', () => {
    check(both(own(after), share('met: own, dates: any-date-so-far')), '')
    check(both(own(after), share('met: own, dates: same-date')), '')
    check(both(own(after), share('met: own, dates: any-date', `among: ${reached}, `)), '')
    check(both(own(after), share('met: own, dates: any-date', 'among: { reached: last arrest, by: occasion }, ')), '')
    const some = `among: { count-of: arrest, ${window}, at-least: 1 times }, `
    check(both(own(after), share('met: own, dates: any-date', some)), '')
    check(
      both(own(after), share('met: own, dates: any-date', some.replace('1', '0'))),
      `wait-endless \`any-date\` → dates: any-date-so-far, among: { all: [${reached}, …] }`,
    )
    check(both(own(after), share(`all: [${reached}, { met: own, dates: any-date }]`)), '')
  })
  test('is asked about where not everybody who counts has the day', () => {
    const people = (counted: string) => sections['people']!.replace('counted: started', `counted: ${counted}`)
    const counts = (counted: string, at: string) =>
      [people(counted), both(own(at, 'reached: birth, by: occasion'), share('met: own, dates: any-date'))].join('\n')
    check(counts('started', 'end + 1 month'), asked('any-date', 'any-date-so-far', 'end + 1 month'))
    check(counts('completed', 'end + 1 month'), '')
    check(counts('referred', 'start + 1 month'), asked('any-date', 'any-date-so-far', 'start + 1 month'))
    check(counts('referred', 'course start'), asked('any-date', 'any-date-so-far', 'course start'))
    check(counts('started', 'course start'), '')
    check(counts('referred', 'referral'), '')
  })
  test('of what a goal has come to', () => {
    const sum = (dates: string) =>
      goal(
        'sum',
        'the-group',
        `when: { at: agreement end }, quantity: { over: people, take: sum, of: { result-of: own, ${dates} }, unmeasured: left-out }`,
      )
    const nights = own(after).replace(/met: .*$/, `quantity: { time-in: shelter, unit: nights, ${window} } }`)
    check(both(nights, sum('as: quantity, dates: all-dates, pick: sum')), asked('all-dates', 'dates-so-far'))
    check(both(nights, sum('as: quantity, dates: dates-so-far, pick: sum')), '')
    check(both(nights, sum('as: times-unmeasured, dates: all-dates')), '')
  })
})

describe('a window that an event opens', () => {
  test('within the figure', () => {
    check(both(share(inJail)), `wait-endless \`${windowText}\` → ${ways}`)
    check(both(share(inJail, `among: ${reached}, `)), '')
    check(
      both(share(inJail, 'among: { observed-to: start }, ')),
      `wait-endless \`${windowText}\` → { all: [${reached}, …] }, among: { all: [${reached}, …] }`,
    )
    check(both(share(`any: [${reached}, { ${inJail} }]`)), `wait-endless \`${windowText}\` → ${ways}`)
  })
  test('within a goal the figure rests on, at whatever distance', () => {
    const figure = share('met: own, dates: any-date-so-far')
    check(both(own('start + 6 months', inJail), figure), `wait-endless \`${windowText}\` → { all: [${reached}, …] }`)
    check(both(own(after, inJail), figure), '')
    check(both(own('start + 6 months', inJail)), '')
    const first = goal('first', 'each-subject', `when: { at: start + 3 months }, met: { ${inJail} }`)
    check(
      both(first, own('start + 6 months', 'met: first, dates: any-date-so-far'), figure),
      `wait-endless \`${windowText}\` → { all: [${reached}, …] }`,
    )
  })
  test('of what everybody shares, which comes for all or for none', () => {
    check([measure('arrest', '', 'agreement'), both(own(after), share('met: own, dates: any-date'))].join('\n'), '')
  })
  test('is not asked about beside an if that has seen it come', () => {
    const sum = (then: string, otherwise: string, test = reached) =>
      both(
        goal(
          'sum',
          'the-group',
          `when: { at: agreement end }, quantity: { over: people, take: sum, of: { if: ${test}, then: ${then}, else: ${otherwise} }, unmeasured: left-out }`,
        ),
      )
    const spent = `{ time-in: jail, unit: nights, window: { ${windowText} } }`
    check(sum(spent, '0 nights'), '')
    check(sum('0 nights', spent), `wait-endless \`${windowText}\` → among: ${reached}`)
    check(sum('0 nights', spent, `{ not: ${reached} }`), '')
  })
  test('a day everybody must be seen to', () =>
    check(
      both(
        own('start + 6 months').replace('unmeasured', `seen-to: ${after}, not-seen: missed, unmeasured`),
        share('met: own, dates: any-date-so-far'),
      ),
      `wait-endless \`${after}\` → seen-to: occasion`,
    ))
})

test('a limit has no day of its own, so the day must have come by the end of the agreement', () => {
  const by = `{ reached: ${after}, by: agreement end }`
  const most = `{ product: [{ over: people, take: count, that: { ${inJail} }, unmeasured: left-out }, 1 kr] }`
  check(
    `limits: [{ clause: l, cap: ${most}, per: agreement, gives-way: latest-first }]`,
    `wait-endless \`${windowText}\` → { all: [${by}, …] }, among: ${by}`,
  )
})

test('every answer settles what it answers', () => {
  for (const text of [
    both(own(after), share('met: own, dates: any-date')),
    both(share(inJail)),
    both(share(inJail, 'among: { observed-to: start }, ')),
    both(own('start + 6 months', inJail), share('met: own, dates: any-date-so-far')),
  ]) {
    const { text: whole, problems } = read(text)
    const choices = problems.flatMap((found) => found.choices)
    expect(choices.length).toBeGreaterThan(0)
    for (const choice of choices) {
      expect(readTerms(withChoice(whole, choice), 'terms.yaml').problems.map(({ code }) => code)).toEqual([])
    }
  }
})
