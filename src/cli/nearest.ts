/** The known words nearest to one that nobody knows, by letters changed, added, left out or swapped. */
export function nearestWords(found: string, known: readonly string[], most = 1): string[] {
  const wanted = found.toLowerCase()
  const bound = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(known)]
    .map((word) => ({ word, distance: isPart(wanted, word) ? 0 : distanceBetween(wanted, word.toLowerCase()) }))
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word)
}

/** Whoever writes the beginning or the middle of a name means that name. */
const isPart = (wanted: string, word: string): boolean => wanted.length >= 3 && word.toLowerCase().includes(wanted)

function distanceBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1), swapped))
    }
    before = row
    row = next
  }
  return row[b.length]!
}
