/**
 * Small pieces of terms put into the smallest agreement, for the tests of checking. A line of what must come out is a code,
 * the text at its place, and the first answers to paste.
 */
import { excerpt } from '../text/index.ts'
import { readTerms } from './read.ts'

export const sections: Record<string, string> = {
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

export const window = 'window: { from: start, until: occasion }'
export const nights = `time-in: shelter, unit: nights, ${window}`
export const mood = (pick: string) => `{ value-of: mood, pick: ${pick}, ${window} }`

export const metText = `met: { ${nights}, less-than: 6 nights }`
export const exits = sections['people']!.replace(' }', ', exits: { moved: { da: a, en: a } } }')
  .replace('en: a, exits', 'en: a }, exits')
  .replace('{ da: a, en: a } } }, clock', '{ da: a, en: a } }, clock')

function common(kind: string): string {
  return `label: { da: a, en: a }, kind: ${kind}, of: person, source: { da: a, en: a }, grade: register, use: payment`
}

export function goals(body: string, who = 'each-subject', at = 'start + 12 months'): string {
  return `goals:\n  housed:\n    clause: "1"\n    label: { da: a, en: a }\n    for: ${who}\n    when: { at: ${at} }\n    unmeasured: missed\n    ${body}`
}

export function met(condition: string): string {
  return goals(`met: { ${condition.replace('WINDOW', window)} }`)
}

export function payments(body: string): string {
  return `payments:\n  housed: { label: { da: a, en: a }, clause: "1", goal: housed, ${body} }`
}

/** The measures, with one of them changed. */
export function measure(name: string, more: string, of = 'person'): string {
  return sections['measures']!.split('\n')
    .map((line) => {
      if (!line.startsWith(`  ${name}:`)) return line
      const changed = line.replace('of: person', `of: ${of}`)
      return more === '' ? changed : changed.replace(/ }$/, `, ${more} }`)
    })
    .join('\n')
}

/** The smallest agreement with these sections in place of its own. */
export function read(pieces: string) {
  const own = new Map(Object.entries(sections))
  for (const piece of pieces.split(/\n(?=[a-z])/)) own.set(piece.slice(0, piece.indexOf(':')), piece)
  const text = [...own.values()].join('\n')
  return { text, problems: readTerms(text, 'terms.yaml').problems }
}

export function check(pieces: string, expected: string): void {
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
  const got = isWhole ? told.join('\n') : first.split(' ')[0]
  if (got === expected) return
  const spots = problems.map((found) => excerpt(text, found.at)).join('\n')
  throw new Error(`What must come out:\n${expected}\nWhat came out:\n${got ?? ''}\n\n${spots}`)
}
