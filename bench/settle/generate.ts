/**
 * Invents the contracts, people and facts of the settle workload; SPEC.md says what they mean.
 *
 *     node dist/bench/settle-generate.js <folder> <people> <facts>
 *
 * The same numbers always give the same bytes. Each person has a life: some use shelters and some do well, stays overlap,
 * facts are registered twice, people are lost from sight. The facts come out in the order they were registered, so one
 * person's lie scattered through the file, as they do in an extract from a register.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'

const measures = ['shelter', 'support', 'wellbeing', 'selfsupport', 'contact'] as const
type Measure = (typeof measures)[number]

const NONE = -1

/** Facts as columns; days are counted from 1970-01-01. */
type Facts = {
  person: Int32Array
  measure: Uint8Array
  from: Int32Array
  to: Int32Array
  value: Int8Array
  count: number
}

type Fact = { from: number; to?: number; value?: number }

type Life = { start: number; goesWell: boolean; add: (measure: Measure, fact: Fact) => void }

const below = randomBelow()
const percent = (share: number) => below(100) < share
const perMille = (share: number) => below(1000) < share

const firstStart = dayOf('2016-01-01')

generate(process.argv.slice(2))

function generate([folder, people, facts]: string[]): void {
  const [peopleCount, factCount] = [Number(people), Number(facts)]
  if (folder === undefined || !(peopleCount > 0) || !(factCount > 0))
    throw new Error('Say the folder, the people and the facts.')
  const contractCount = Math.max(1, Math.round(peopleCount / 1000))
  mkdirSync(folder, { recursive: true })
  writeContracts(folder, contractCount, peopleCount)
  const columns: Facts = {
    person: new Int32Array(factCount),
    measure: new Uint8Array(factCount),
    from: new Int32Array(factCount),
    to: new Int32Array(factCount),
    value: new Int8Array(factCount),
    count: 0,
  }
  writePeople(folder, contractCount, peopleCount, columns)
  addContacts(columns, peopleCount)
  writeFacts(folder, columns)
}

/** Prices and caps in øre. */
function writeContracts(folder: string, contractCount: number, peopleCount: number): void {
  const file = openLines(`${folder}/contracts.csv`)
  file.line('contract_id,price_a,price_b,price_c,price_d,cap_person,cap_contract')
  for (let contract = 1; contract <= contractCount; contract++) {
    const row = [
      contract,
      500_000 + 12_345 * below(80), // For half a year.
      2_000_000 + 98_765 * below(40),
      400_001 + 10_000 * below(60),
      2_500_000 + 54_321 * below(50),
      6_000_000 + 500_000 * below(8),
      Math.round((peopleCount / contractCount) * (1_300_000 + 20_000 * below(100))),
    ]
    file.line(row.join(','))
  }
  file.close()
}

function writePeople(folder: string, contractCount: number, peopleCount: number, facts: Facts): void {
  const file = openLines(`${folder}/people.csv`)
  file.line('person_id,contract_id,start_date,observed_to')
  for (let person = 1; person <= peopleCount; person++) {
    const contract = 1 + below(contractCount)
    const start = firstStart + below(1461)
    const observedTo = percent(8) ? start + 30 + below(1400) : NONE
    file.line(`${person},${contract},${dayText(start)},${observedTo === NONE ? '' : dayText(observedTo)}`)

    const usesShelters = percent(35)
    const goesWell = percent(60)
    const life: Life = {
      start,
      goesWell,
      add: (measure, fact) => {
        const seen = observedTo === NONE ? fact : seenUntil(observedTo, measure, fact)
        if (seen !== undefined) addFact(facts, person, measure, seen)
      },
    }
    if (usesShelters) yearsOfShelters(life)
    else fewShelters(life)
    supportLevels(life)
    wellbeingScores(life)
    selfSupportedWeeks(life)
  }
  file.close()
}

/** What is left of a fact when nothing is known of a day and later: stays end there, and whole weeks before it. */
function seenUntil(observedTo: number, measure: Measure, fact: Fact): Fact | undefined {
  if (fact.from >= observedTo) return undefined
  if (measure === 'shelter') return { ...fact, to: Math.min(fact.to ?? observedTo, observedTo) }
  if (measure === 'selfsupport') return { ...fact, to: Math.min(fact.to!, mondayOnOrBefore(observedTo)) }
  return fact
}

function addFact(facts: Facts, person: number, measure: Measure, { from, to = NONE, value = NONE }: Fact): void {
  if (to !== NONE && to <= from) return
  if (facts.count === facts.person.length)
    throw new Error('These people have more facts than asked for: raise the number.')
  const at = facts.count++
  facts.person[at] = person
  facts.measure[at] = measures.indexOf(measure)
  facts.from[at] = from
  facts.to[at] = to
  facts.value[at] = value
}

function yearsOfShelters({ start, goesWell, add }: Life): void {
  let day = start - 200 - below(60)
  while (day < start + 1095) {
    const isBefore = day < start
    const nights = isBefore ? 3 + below(60) : goesWell ? 1 + below(8) : 3 + below(40)
    const goesOn = !isBefore && perMille(3)
    const stay = goesOn ? { from: day } : { from: day, to: day + nights }
    add('shelter', stay)
    if (perMille(5)) add('shelter', stay) // Registered twice.
    if (goesOn) return
    const gap = isBefore ? 5 + below(40) : goesWell ? 60 + below(500) : 20 + below(120)
    day += percent(5) ? nights - Math.min(nights, below(5)) : nights + gap // One in twenty overlaps the next.
  }
}

function fewShelters({ start, add }: Life): void {
  if (percent(10)) {
    // Near the limit of 30 nights, and some of them after the start.
    const arrival = start - 45 + below(25)
    add('shelter', { from: arrival, to: arrival + 25 + below(12) })
  }
  const stayCount = percent(15) ? 1 + below(2) : 0
  for (let stay = 0; stay < stayCount; stay++) {
    const arrival = start - 180 + below(1275)
    add('shelter', { from: arrival, to: arrival + 1 + below(20) })
  }
}

function supportLevels({ start, goesWell, add }: Life): void {
  let level = 2 + below(2)
  for (let day = start - 400 + below(300); day < start + 1200; day += 120 + below(400)) {
    add('support', { from: day, value: level })
    if (day > start && percent(goesWell ? 60 : 25)) level = Math.max(0, level - 1)
    else if (percent(15)) level = Math.min(3, level + 1)
  }
}

function wellbeingScores({ start, goesWell, add }: Life): void {
  let score = 2 + below(5)
  if (percent(92)) add('wellbeing', { from: start - 1 - below(200), value: score })
  for (let day = start + 90 + below(60); day < start + 1150; day += 120 + below(120)) {
    if (percent(goesWell ? 55 : 30)) score = Math.min(10, score + 1)
    else if (percent(20)) score = Math.max(0, score - 1)
    if (percent(70)) add('wellbeing', { from: day, value: score })
  }
}

function selfSupportedWeeks({ start, goesWell, add }: Life): void {
  let monday = mondayOnOrBefore(start - 100 + below(100))
  while (monday < start + 1000) {
    const days = 7 * (goesWell ? 6 + below(45) : 1 + below(8))
    add('selfsupport', { from: monday, to: monday + days })
    if (perMille(5)) add('selfsupport', { from: monday, to: monday + days })
    const gap = 7 * (goesWell ? 1 + below(12) : 10 + below(61))
    monday += percent(3) ? days - 7 : days + gap
  }
}

/** Fills the rest with what no goal asks about, as a real extract does. */
function addContacts(facts: Facts, peopleCount: number): void {
  while (facts.count < facts.person.length)
    addFact(facts, 1 + below(peopleCount), 'contact', { from: firstStart + below(2500), value: below(4) })
}

function writeFacts(folder: string, facts: Facts): void {
  const order = orderOfRegistration(facts)
  const days = new Map<number, string>()
  const textOf = (day: number) => {
    if (day === NONE) return ''
    const known = days.get(day) ?? dayText(day)
    days.set(day, known)
    return known
  }
  const file = openLines(`${folder}/facts.csv`)
  file.line('person_id,measure,date_from,date_to,value')
  for (const at of order) {
    const value = facts.value[at]!
    const span = `${textOf(facts.from[at]!)},${textOf(facts.to[at]!)}`
    file.line(`${facts.person[at]!},${measures[facts.measure[at]!]!},${span},${value === NONE ? '' : value}`)
  }
  file.close()
}

/** The facts by day of registration, up to 29 days after each began; those of one day keep their order (counting sort). */
function orderOfRegistration(facts: Facts): Uint32Array {
  const firstDay = firstStart - 500
  const registered = new Uint16Array(facts.count)
  const firstOfDay = new Uint32Array(8000)
  for (let at = 0; at < facts.count; at++) {
    const day = facts.from[at]! + below(30) - firstDay
    registered[at] = day
    firstOfDay[day + 1]!++
  }
  for (let day = 1; day < firstOfDay.length; day++) firstOfDay[day]! += firstOfDay[day - 1]!
  const order = new Uint32Array(facts.count)
  for (let at = 0; at < facts.count; at++) order[firstOfDay[registered[at]!]!++] = at
  return order
}

/** A file of ASCII lines, collected and written a few megabytes at a time. */
function openLines(path: string): { line: (text: string) => void; close: () => void } {
  const file = openSync(path, 'w')
  const buffer = Buffer.allocUnsafe(1 << 22)
  let length = 0
  const flush = () => {
    writeSync(file, buffer, 0, length)
    length = 0
  }
  return {
    line(text) {
      if (length + text.length + 1 > buffer.length) flush()
      length += buffer.write(text, length, 'latin1')
      buffer[length++] = 10
    },
    close() {
      flush()
      closeSync(file)
    },
  }
}

/** A whole number from 0 up to but not including n: sfc32, whose 128 bits of state any language with 32-bit numbers can keep. */
function randomBelow(): (n: number) => number {
  const state = new Uint32Array([0x51e77e1d, 0x0b5e55ed, 0x1badb002, 1])
  const next = () => {
    const [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!]
    const result = (a + b + counter) >>> 0
    state[3] = counter + 1
    state[0] = b ^ (b >>> 9)
    state[1] = c + (c << 3)
    state[2] = ((c << 21) | (c >>> 11)) + result
    return result
  }
  for (let warmUp = 0; warmUp < 16; warmUp++) next()
  return (n) => Math.floor((next() / 4294967296) * n)
}

function dayOf(text: string): number {
  return Date.parse(text) / 86_400_000
}

function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Day 0 was a Thursday. */
function mondayOnOrBefore(day: number): number {
  return day - ((day + 3) % 7)
}
