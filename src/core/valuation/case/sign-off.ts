/**
 * What was signed off at a step, as a digest: it says afterwards whether the step still is what somebody put their name to.
 *
 *     signed-off: { target-group: { by: Mette Kjær, on: 2026-11-28, digest: 3f0c91d2a4b58e67 } }
 *     people: 2 → 4                        the digest fits no more: sign-off-outdated
 *     a comment, an indent, another order  it still fits
 *
 * A step's part of the text is what stands in its section of the workshop, with the estimates it names; the result's is all that
 * can move a figure. What lies outside the text - the price of a catalogue, the rows of a file - is in none. A sign-off without a
 * digest, written by hand, says who and when, and not what.
 *
 * A sign-off that is withdrawn counts no more and is never outdated; who signed, and who withdrew it, stays in the text.
 *
 * Problems: sign-off-outdated (notice).
 */
import { type Problem, dayText, problem, sha256 } from '../../base/index.ts'
import { type YamlNode, entryAt } from '../../text/index.ts'
import { type CaseFile, signOffSteps } from './case-file.ts'

export type SignOffStep = (typeof signOffSteps)[number]

/** Of a group what the third step is about, and of a consequence what the fifth is. */
const rates = ['success', 'without']
const prices = ['price', 'own-price']
/** What moves no figure, or comes after the result: it is no part of what is signed. */
const besides = ['bundlinje-case', 'title', 'contract', 'in-contract', 'savings-followed', 'signed-off', 'note']

type Part = [key: string, value: Canonical]
type Canonical = string | readonly Canonical[] | { readonly is: readonly Part[] }

/** 16 hexadecimal digits of the step's part of the case; the same for the same values, however they are laid out. */
export function digestOfStep(root: YamlNode, step: SignOffStep): string {
  const own = partOf(root, step)
  const estimates = valueAt(root, 'estimates')
  const named = step === 'result' || step === 'success-rate' ? [] : estimatesNamed(own, estimates)
  return sha256(JSON.stringify([...own, ...named])).slice(0, 16)
}

function partOf(root: YamlNode, step: SignOffStep): Part[] {
  switch (step) {
    case 'target-group':
      return eachOf(root, 'groups', (key) => !rates.includes(key))
    case 'cost':
      return eachOf(root, 'costs', () => true)
    case 'success-rate': {
      const all = ['estimates', 'correlations'].map((key): Part => [key, valueAt(root, key)])
      return [...eachOf(root, 'groups', (key) => rates.includes(key)), ...all]
    }
    case 'consequences':
      return eachOf(root, 'consequences', (key) => !prices.includes(key))
    case 'prices':
      return eachOf(root, 'consequences', (key) => prices.includes(key))
    case 'result':
      return partsIn(canonical(root)).filter(([key]) => !besides.includes(key))
  }
}

/** Of each named thing in a part of the case, the keys that belong. */
function eachOf(root: YamlNode, part: string, isOf: (key: string) => boolean): Part[] {
  return partsIn(valueAt(root, part)).map(([name, item]) => [
    `${part}.${name}`,
    typeof item === 'object' && 'is' in item ? { is: item.is.filter(([key]) => isOf(key)) } : item,
  ])
}

/** The estimates whose names stand as a value in what is signed: another range of one is another case. */
function estimatesNamed(own: readonly Part[], estimates: Canonical): Part[] {
  const texts = new Set(own.flatMap(([, value]) => textsIn(value)))
  return partsIn(estimates).flatMap(([name, value]): Part[] => (texts.has(name) ? [[`estimates.${name}`, value]] : []))
}

function textsIn(value: Canonical): string[] {
  if (typeof value === 'string') return [value]
  return 'is' in value ? value.is.flatMap(([, inner]) => textsIn(inner)) : value.flatMap(textsIn)
}

const partsIn = (value: Canonical): readonly Part[] => (typeof value === 'object' && 'is' in value ? value.is : [])

const valueAt = (root: YamlNode, path: string): Canonical => {
  const entry = entryAt(root, path)
  return entry === undefined ? '' : canonical(entry.value)
}

/** The values alone: keys in the order of the alphabet, texts with one space where there are several or a line's end. */
function canonical(node: YamlNode): Canonical {
  switch (node.kind) {
    case 'map': {
      const parts = node.entries.map(({ key, value }): Part => [key, canonical(value)])
      return { is: parts.sort(([one], [other]) => (one < other ? -1 : 1)) }
    }
    case 'list':
      return node.items.map(canonical)
    case 'text':
      return node.text.replace(/\s+/g, ' ').trim()
    case 'empty':
      return ''
  }
}

/** Whether somebody stands by the step: signed it, and has not withdrawn it. */
export function isSignedOff({ signedOff }: CaseFile, step: SignOffStep): boolean {
  const signed = signedOff?.get(step)
  return signed !== undefined && signed.withdrawn === undefined
}

/** The steps whose text is another than the one that was signed, each told where its digest stands. */
export function checkSignOffs(root: YamlNode, { signedOff }: CaseFile): Problem[] {
  return signOffSteps.flatMap((step) => {
    const signed = signedOff?.get(step)
    if (signed?.digest === undefined || signed.withdrawn !== undefined || signed.digest === digestOfStep(root, step))
      return []
    const { by, on, places, at, path } = signed
    const facts = { path, step, by, on: on === undefined ? '' : dayText(on) }
    return [problem('sign-off-outdated', 'notice', places['digest'] ?? at, facts)]
  })
}

/** Whether a step has been changed since it was signed; `problems` are those of reading the case. */
export const isOutdated = (problems: readonly Problem[], step: string): boolean =>
  problems.some(({ code, facts }) => code === 'sign-off-outdated' && facts['step'] === step)
