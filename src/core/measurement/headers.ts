/**
 * The names that the columns of people and facts may have, in English and Danish, and the files' own names for them.
 *
 *     'Observeret til', 'observed_to' and 'observed-to' are one name;  columns: { person_id: id } adds another
 *
 * Names are compared in lower case with a hyphen for each space or underscore. The case that surprises: `id` in a file
 * of facts is the id of the fact, unless no column is called person: then it is the person.
 */
import {
  type ColumnSpec,
  type CsvSummary,
  type PieceAhead,
  type PiecePlan,
  type ReadingRules as NumberAndDayRules,
  CsvReader,
} from '../text/index.ts'

/** How to read the files of one agreement: what a file alone cannot say. From `facts/reading.yaml`. */
export type ReadingRules = NumberAndDayRules & {
  /** Whether a share of 0.12 is written 12 or 0.12 where no per cent sign tells. */
  shares: 'percent' | 'fraction' | 'unstated'
  /** The file's own names of columns, each with ours: person_id → id. */
  columns: Readonly<Record<string, string>>
}

export const unstatedRules: ReadingRules = { numbers: 'unstated', dates: 'unstated', shares: 'unstated', columns: {} }

export const factColumns = {
  person: ['person', 'borger', 'group', 'gruppe'],
  agreement: ['agreement', 'aftale'],
  measure: ['measure', 'oplysning'],
  item: ['item', 'mål'],
  kind: ['kind', 'art'],
  from: ['from', 'on', 'date', 'fra', 'den', 'dato'],
  to: ['to', 'til'],
  value: ['value', 'værdi'],
  recorded: ['recorded', 'registreret'],
  by: ['by', 'af'],
  evidence: ['evidence', 'dokumentation'],
  grade: ['grade', 'uafhængighedsgrad'],
  fact: ['nr', 'id'],
  supersedes: ['supersedes', 'erstatter'],
} as const
export type FactColumn = keyof typeof factColumns

/** A file of facts or people: its name, and its bytes in pieces of any size. */
export type CsvFile = {
  readonly name: string
  readonly chunks: Iterable<Uint8Array>
  /** For a large file, where somebody else can read along: its rest from a byte on, some of it read ahead by the plan. */
  readonly ahead?: ((plan: PiecePlan, from: number) => Iterable<Uint8Array | PieceAhead>) | undefined
}

/** The file with its header looked at: all its column names, and the bytes from the beginning. */
export type OpenedFile = CsvFile & { headers: string[] }

/** Reads as much of a file as its header takes. A file without a header has no names; reading it says why. */
export function openFile(file: CsvFile): OpenedFile {
  const pieces = file.chunks[Symbol.iterator]()
  const seen: Uint8Array[] = []
  // A short piece may end within the header.
  for (let bytes = 0; bytes < headerBytesEnough;) {
    const next = pieces.next()
    if (next.done === true) break
    seen.push(new Uint8Array(next.value))
    bytes += next.value.length
  }
  return { ...file, headers: headersOf(seen), chunks: again(seen, pieces) }
}

const headerBytesEnough = 1 << 16

function* again(seen: readonly Uint8Array[], rest: Iterator<Uint8Array>): Iterable<Uint8Array> {
  yield* seen
  // A loop over the rest closes the file behind it, also when somebody stops half-way.
  for (const bytes of { [Symbol.iterator]: () => rest }) yield plainBytes(bytes)
}

/** Gives a reader all of a file, read ahead where that can be. */
export function readWhole(reader: CsvReader, { chunks, ahead }: CsvFile): CsvSummary {
  let from = 0
  for (const chunk of chunks) {
    reader.push(chunk)
    from += chunk.length
    const plan = ahead === undefined ? undefined : reader.planAhead()
    if (plan === undefined) continue
    for (const piece of ahead!(plan, from)) {
      if ('bytes' in piece) reader.pushAhead(piece)
      else reader.push(plainBytes(piece))
    }
    break
  }
  return reader.end()
}

/** The same bytes as an array of no special kind, whose `slice` copies; that of some others does not. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Asked for no column, the reader names them all. It is given no more than it needs for that. */
function headersOf(pieces: readonly Uint8Array[]): string[] {
  const rules = { numbers: 'unstated', dates: 'unstated' } as const
  const reader = new CsvReader({ file: '', columns: [], rules, onBatch: () => undefined, batchRows: 1 })
  for (const piece of pieces) {
    for (let from = 0; from < piece.length && reader.isBeforeHeader; from += headerBytesUsual)
      reader.push(piece.subarray(from, from + headerBytesUsual))
  }
  return [...reader.end().unmatched]
}

const headerBytesUsual = 512

/** A name as names are compared. */
export function plainName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}

/** What the files of this agreement call a column, as we call it. */
export function ourName(header: string, columns: Readonly<Record<string, string>>): string {
  const plain = plainName(header)
  const renamed = Object.entries(columns).find(([theirs]) => plainName(theirs) === plain)
  return renamed === undefined ? plain : plainName(renamed[1])
}

/** The names in the file, in lower case, that stand for one of our columns. */
export function headersFor(
  headers: readonly string[],
  accepted: readonly string[],
  columns: Readonly<Record<string, string>>,
): string[] {
  const named = headers.filter((header) => accepted.includes(ourName(header, columns)))
  return [...new Set(named.map((header) => header.toLowerCase()))]
}

/** The column of the reader that takes these headers; a required one that is missing shows the names it could have. */
export function columnSpec(
  name: string,
  found: readonly string[],
  accepted: readonly string[],
  type: ColumnSpec['type'],
  required = false,
): ColumnSpec {
  return { name, headers: found.length > 0 ? found : accepted, type, required }
}
