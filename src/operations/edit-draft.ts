/**
 * Editing the text of a case, one change at a time. The text is the only source: a change is made at its place and the rest,
 * comments included, stays as its author wrote it.
 *
 *     set      a value                          case.groups.young.course ← 10 months
 *     mark     how far it may be trusted        { is: 10 months, invented: … }
 *     item     one more named thing             a group, a cost, a consequence, an estimate, a department
 *     add      a key that may be written        remove    a key or an item
 *     append   one more of a list               paste     the remedy of a problem
 *     sign     a name, a day and a note at a step, with the digest of the step as it is
 *     withdraw a name, a day and a note beside who signed the step; signed anew, both stay among the earlier ones
 *
 * A change that fits nowhere in the text leaves it as it is, and so does one that would begin what is only written by hand
 * (`in-contract`): there is no `undecided` for it.
 */
import { type Problem } from '../core/base/index.ts'
import {
  type YamlMap,
  type YamlNode,
  entryAt,
  insertItem,
  insertKey,
  nodeAt,
  offsetOf,
  plainText,
  plainYaml,
  readYaml,
  removeEntry,
  removeItem,
  replaceAt,
  writeValue,
} from '../core/text/index.ts'
import { digestOfStep, signOffSteps } from '../core/valuation/index.ts'
import { folderName } from './create-contract.ts'
import { addedValue, isOnlyInText, itemKinds, namedItem } from './draft-templates.ts'

export type DraftChange =
  /** `isYaml` for an answer that is more than a value: `{ share: 10 %, spread: even }`. */
  | { is: 'set'; path: string; value: string; isYaml?: boolean }
  | { is: 'mark'; path: string; grade: string; reason: string }
  | { is: 'item'; path: string; name: string; as: string }
  | { is: 'add'; path: string; key: string }
  | { is: 'append'; path: string }
  | { is: 'remove'; path: string }
  | { is: 'paste'; problem: Problem; choice: number }
  | ({ is: 'sign' } & Signature)
  | ({ is: 'withdraw' } & Signature)

type Note = { da: string; en: string }
type Signature = { step: string; by: string; on: string; note: Note }

/** The text after the change. Paths begin with `case`, as those of the problems do. */
export function editDraft(text: string, change: DraftChange): string {
  if (change.is === 'paste') {
    const edit = change.problem.choices[change.choice]?.edit
    return edit === undefined ? text : replaceAt(text, edit.at, edit.text)
  }
  const { root, problems } = readYaml(text, 'case.yaml')
  if (root?.kind !== 'map' || problems.some(({ severity }) => severity === 'wrong')) return text
  if (change.is === 'sign') return signed(text, root, change)
  if (change.is === 'withdraw') return withdrawn(text, root, change)
  const path = change.path.replace(/^case\.?/, '')
  if (isOnlyInText(begunBy(change)) && nodeAt(root, begunBy(change).slice('case.'.length)) === undefined) return text
  switch (change.is) {
    case 'set':
      return set(text, root, path, change.isYaml === true ? change.value : plainYaml(change.value))
    case 'mark':
      return marked(text, root, path, change)
    case 'item':
      return withItem(text, root, path, change)
    case 'add':
      return withKey(text, root, path, change.key)
    case 'append':
      return appended(text, root, path)
    case 'remove':
      return removed(text, root, path)
  }
}

/** Where a change writes: the value itself, or the key or item that comes. */
function begunBy(change: Extract<DraftChange, { path: string }>): string {
  return change.is === 'add'
    ? `${change.path}.${change.key}`
    : change.is === 'item'
      ? `${change.path}.new`
      : change.path
}

function set(text: string, root: YamlMap, path: string, value: string): string {
  const node = nodeAt(root, path)
  if (node === undefined) {
    const dot = path.lastIndexOf('.')
    const map = dot < 0 ? root : nodeAt(root, path.slice(0, dot))
    return map?.kind === 'map' ? insertKey(text, map, path.slice(dot + 1), value) : text
  }
  const is = node.kind === 'map' ? node.entries.find(({ key }) => key === 'is')?.value : node
  if (is === undefined) return text
  return writeValue(
    text,
    is,
    is.kind === 'text' && is.quoted && is.text !== '' && !value.startsWith('"') ? JSON.stringify(value) : value,
  )
}

/** Without a grade the value stands alone again. */
function marked(
  text: string,
  root: YamlMap,
  path: string,
  { grade, reason }: { grade: string; reason: string },
): string {
  const node = nodeAt(root, path)
  if (node === undefined || node.kind === 'list') return text
  const value = node.kind === 'map' ? node.entries.find(({ key }) => key === 'is')?.value : node
  if (value === undefined || value.kind !== 'text') return text
  const plain = value.quoted ? JSON.stringify(value.text) : value.text
  return replaceAt(text, node.at, grade === '' ? plain : `{ is: ${plain}, ${grade}: ${plainYaml(reason)} }`)
}

/** The writer's words become a key; one that is taken gets a number. */
function withItem(text: string, root: YamlMap, path: string, { name, as }: { name: string; as: string }): string {
  const node = nodeAt(root, path)
  const taken = node?.kind === 'map' ? node.entries.map(({ key }) => key) : []
  // A name that is one already, such as that of an owner chosen from a list, stays as it is.
  const slug = /^[a-z][a-z0-9-]*$/.test(name) ? name : folderName(name).replace(/^[^a-z]+/, '') || 'item'
  const key = taken.includes(slug) ? `${slug}-${taken.length + 1}` : slug
  const value = namedItem(path, { name, key, as })
  if (node === undefined) {
    // The list itself is not there yet: it comes with its first item.
    const dot = path.lastIndexOf('.')
    const above = dot < 0 ? root : nodeAt(root, path.slice(0, dot))
    if (above?.kind !== 'map') return text
    const lines = value.split('\n')
    const nested =
      lines.length === 1 ? `{ ${key}: ${value} }` : [`${key}:`, ...lines.map((line) => `  ${line}`)].join('\n')
    return insertKey(text, above, path.slice(dot + 1), nested)
  }
  if (node.kind !== 'map' && node.kind !== 'empty') return text
  if (node.kind === 'map' && node.entries.length > 0) return insertKey(text, node, key, value)
  if (!value.includes('\n')) return writeValue(text, node, `{ ${key}: ${value} }`)
  const indent = ' '.repeat(2 * path.split('.').length)
  const block = [`${key}:`, ...value.split('\n').map((line) => `  ${line}`)]
    .map((line) => `\n${indent}${line}`)
    .join('')
  const start = offsetOf(text, node.at)
  return text.slice(0, start).trimEnd() + block + text.slice(start + node.at.length)
}

function withKey(text: string, root: YamlMap, path: string, key: string): string {
  const map = path === '' ? root : nodeAt(root, path)
  if (map?.kind !== 'map') return text
  const value = addedValue(path, key)
  const written = map.entries.find((entry) => entry.key === key)?.value
  // What is only said to be open is not said yet.
  if (written !== undefined) return plainText(written) === 'undecided' ? writeValue(text, written, value.inline) : text
  return insertKey(text, map, key, map.flow ? value.inline : value.block)
}

function appended(text: string, root: YamlMap, path: string): string {
  const list = nodeAt(root, path)
  const key = path.slice(path.lastIndexOf('.') + 1)
  const item = itemKinds[key] ?? 'undecided'
  if (list === undefined || list.kind === 'map') return text
  if (list.kind === 'list') return insertItem(text, list, item)
  return writeValue(
    text,
    list,
    list.kind === 'empty' ? `[${item}]` : `[${list.quoted ? JSON.stringify(list.text) : list.text}, ${item}]`,
  )
}

function removed(text: string, root: YamlMap, path: string): string {
  const item = /^(.*)\[(\d+)\]$/.exec(path)
  if (item !== null) {
    const list = nodeAt(root, item[1]!)
    return list?.kind === 'list' && list.items[Number(item[2])] !== undefined
      ? removeItem(text, list, Number(item[2]))
      : text
  }
  const entry = entryAt(root, path)
  return entry === undefined ? text : removeEntry(text, entry)
}

const notedAs = ({ da, en }: Note): string =>
  da === '' && en === '' ? '' : `, note: { da: ${plainYaml(da || en)}, en: ${plainYaml(en || da)} }`

/** Nothing where the step is signed by nobody, or is withdrawn already. */
function withdrawn(text: string, root: YamlMap, { step, by, on, note }: Signature): string {
  const signature = entryAt(root, `signed-off.${step}`)?.value
  if (signature?.kind !== 'map' || signature.entries.some(({ key }) => key === 'withdrawn')) return text
  return insertKey(text, signature, 'withdrawn', `{ by: ${plainYaml(by)}, on: ${plainYaml(on)}${notedAs(note)} }`)
}

/** The sign-offs of a step that were withdrawn, the newest last, as the text has them. */
function withdrawnBefore(signature: YamlNode | undefined): string {
  if (signature?.kind !== 'map') return ''
  const of = (key: string) => signature.entries.find((entry) => entry.key === key)?.value
  const kept = ['by', 'on', 'note', 'withdrawn'].flatMap((key) => {
    const value = of(key)
    return value === undefined ? [] : [`${key}: ${flowText(value)}`]
  })
  const before = of('earlier')
  const all = [
    ...(before?.kind === 'list' ? before.items.map(flowText) : []),
    ...(of('withdrawn') === undefined ? [] : [`{ ${kept.join(', ')} }`]),
  ]
  return all.length === 0 ? '' : `, earlier: [${all.join(', ')}]`
}

/** A value on one line. */
function flowText(node: YamlNode): string {
  if (node.kind === 'map') return `{ ${node.entries.map(({ key, value }) => `${key}: ${flowText(value)}`).join(', ')} }`
  if (node.kind === 'list') return `[${node.items.map(flowText).join(', ')}]`
  return plainYaml(plainText(node) ?? '')
}

function signed(text: string, root: YamlMap, { step, by, on, note }: Signature): string {
  const before = entryAt(root, `signed-off.${step}`)
  const known = signOffSteps.find((one) => one === step)
  const digest = known === undefined ? '' : `, digest: ${digestOfStep(root, known)}`
  const value = `{ by: ${plainYaml(by)}${on === '' ? '' : `, on: ${plainYaml(on)}`}${notedAs(note)}${digest}${withdrawnBefore(before?.value)} }`
  if (before !== undefined) return replaceAt(text, before.value.at, value)
  const steps = nodeAt(root, 'signed-off')
  if (steps?.kind === 'map') return insertKey(text, steps, step, value)
  if (root.flow) return insertKey(text, root, 'signed-off', `{ ${step}: ${value} }`)
  return `${text.trimEnd()}\n\nsigned-off:\n  ${step}: ${value}\n`
}
