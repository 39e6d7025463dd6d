/** A word that stands in place of a whole record: `dropout: none`, `vat: included`. */
import { type Shape, oneOf, plainText, schemaOf } from '../../text/index.ts'

/** One word that stands instead of the whole: `dropout: none`. The word is an answer to paste. */
export function orWord<W extends string, T>(word: W, shape: Shape<T>, ...more: string[]): Shape<W | T> {
  return {
    says: `${word}, or ${shape.says}`,
    choices: [word, ...more],
    inner: shape,
    read: (node, to, path) => (plainText(node) === word ? word : shape.read(node, to, path)),
    schema: (defined) => ({ anyOf: [{ const: word }, schemaOf(shape, defined)] }),
  }
}

/**
 * One of a few words, or a record that begins with `key`: `vat: included`, `vat: { share: 6 % }`. A word may carry a mark, `{ is: none,
 * assumed: why }`.
 */
export function wordsOr<const W extends string, T>(
  words: readonly W[],
  key: string,
  shape: Shape<T>,
  ...more: string[]
) {
  const word = oneOf(...words)
  const either: Shape<W | T> = {
    says: `${words.join(', ')}, or ${shape.says}`,
    choices: [...words, ...more],
    inner: shape,
    read: (node, to, path) => {
      const isRecord = node.kind === 'map' && node.entries.some((entry) => entry.key === key)
      return isRecord ? shape.read(node, to, path) : word.read(node, to, path)
    },
    schema: (defined) => ({ anyOf: [schemaOf(word, defined), schemaOf(shape, defined)] }),
  }
  return either
}
