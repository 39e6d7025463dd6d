/**
 * The order of ids: whole numbers by size, before all other ids; those by their characters.
 *
 *     2, 10, 010, A-1, A-10, A-2
 *
 * The order of a file is nobody's decision, so nothing may rest on it; this order can be told from the ids alone.
 */

/** The indexes in order of their ids. Ids that are already in order, as in most files, are only looked at. */
export function idOrder(indexes: readonly number[], idOf: (index: number) => string): Uint32Array<ArrayBuffer> {
  if (areInOrder(indexes, idOf)) return Uint32Array.from(indexes)
  const ids = indexes.map((index) => idOf(index))
  const order = Uint32Array.from(indexes.keys())
  order.sort((a, b) => compareIds(ids[a]!, ids[b]!) || a - b)
  return order.map((at) => indexes[at]!)
}

function areInOrder(indexes: readonly number[], idOf: (index: number) => string): boolean {
  let before = indexes.length === 0 ? '' : idOf(indexes[0]!)
  for (let at = 1; at < indexes.length; at++) {
    const id = idOf(indexes[at]!)
    if (compareIds(before, id) > 0) return false
    before = id
  }
  return true
}

/** Negative, 0 or positive, as the first id comes before, is or comes after the second. */
function compareIds(a: string, b: string): number {
  const isNumberA = isWhole(a)
  if (isNumberA !== isWhole(b)) return isNumberA ? -1 : 1
  if (isNumberA) {
    const [wholeA, wholeB] = [significant(a), significant(b)]
    if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length
    if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1
    return a.length - b.length
  }
  return a < b ? -1 : a > b ? 1 : 0
}

function isWhole(id: string): boolean {
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return id.length > 0
}

/** The digits without the zeros in front. */
function significant(id: string): string {
  return id.startsWith('0') ? id.replace(/^0+(?=\d)/, '') : id
}
