/**
 * A stretch of days. Each end says by its key whether the day itself is inside.
 *
 *     { from: start, until: occasion }       from the start up to, and not with, the occasion
 *     { after: start, through: occasion }    the day after the start is the first, the occasion the last
 *     { from: start, to: occasion }          a draft: is the occasion itself inside?
 */
import { problem } from '../base/index.ts'
import {
  type Reading,
  type Shape,
  type YamlMap,
  insertion,
  optional,
  plainText,
  readRecord,
  schemaOf,
  wrongShape,
} from '../text/index.ts'
import { type Window } from './expression.ts'
import { dayExpression } from './scalars.ts'

const windowFields = {
  from: optional(dayExpression),
  after: optional(dayExpression),
  until: optional(dayExpression),
  through: optional(dayExpression),
}

/** A stretch of days. Each end says by its key whether the day itself is inside. */
export const window: Shape<Window> = {
  says: 'a stretch of days, such as { from: start - 6 months, until: start }',
  choices: ['{ from: start, until: occasion }', '{ from: start, through: occasion }'],
  definition: 'window',
  read: (node, to, path) => {
    if (node.kind !== 'map') return wrongShape(node, to, path, window.says)
    const open = node.entries.find((entry) => entry.key === 'to')
    const read = readRecord(
      { ...node, entries: node.entries.filter((entry) => entry !== open) },
      windowFields,
      to,
      path,
    )
    const has = (key: string) => node.entries.some((entry) => entry.key === key)
    const before = to.problems.length
    if (has('from') === has('after'))
      askWindowEnd(node, to, path, 'from', has('from') ? [] : ['from: start', 'after: start'])
    if (open !== undefined) {
      const day = plainText(open.value) ?? 'occasion'
      const replace = (key: string) => ({ paste: `${key}: ${day}`, edit: { at: open.keyAt, text: key } })
      to.problems.push(
        problem('edge-unsettled', 'unsettled', open.keyAt, { path, key: 'window-end' }, [
          replace('until'),
          replace('through'),
        ]),
      )
    } else if (has('until') === has('through')) {
      askWindowEnd(node, to, path, 'window-end', has('until') ? [] : ['until: occasion', 'through: occasion'])
    }
    return to.problems.length > before ? undefined : read
  },
  schema: (defined) => {
    // A draft may say `to`, which leaves open whether the day itself is inside.
    const keys = [...Object.keys(windowFields), 'to']
    const properties = Object.fromEntries(keys.map((key) => [key, schemaOf(dayExpression, defined)]))
    return { type: 'object', properties, additionalProperties: false }
  },
}

function askWindowEnd(node: YamlMap, to: Reading, path: string, key: string, answers: string[]): void {
  const choices = answers.map((paste) => insertion(node, node.entries[0], paste))
  if (choices.length > 0) to.problems.push(problem('edge-unsettled', 'unsettled', node.at, { path, key }, choices))
  else to.problems.push(problem('window-end-twice', 'wrong', node.at, { path, key }))
}
