/**
 * Zip archives, as far as a workbook needs them: packed or stored entries, no passwords, no more than one volume.
 *
 * The archive's directory says how large each entry is; unpacking stops at the size that was promised, so that whoever adds up the sizes of
 * what they unpack is not surprised by a small file that fills the memory. Packing gives the same bytes for the same entries: no dates, one order.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Uint8Array }

const localSignature = 0x04034b50
const directorySignature = 0x02014b50
const endSignature = 0x06054b50
/** 1 January 1980, the first day an archive can say. */
const noDate = 0x0021
const utf8Flag = 0x0800

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    const named = Buffer.from(name, 'utf8')
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(utf8Flag, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt16LE(0, 6)
    shared.writeUInt16LE(noDate, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(named.length, 22)
    const local = Buffer.concat([uint32(localSignature), shared, named, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([uint32(directorySignature), Buffer.from([20, 0]), shared, rest, named]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

/** An entry that is still packed. `size` is what it says it takes unpacked; unpacking throws where it is more, or is damaged. */
export type PackedEntry = { size: number; unpack: () => Uint8Array }

/** The entries by name; nothing where it is no archive that can be read. */
export function readZip(bytes: Uint8Array): Map<string, PackedEntry> | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOf(file)
  if (end === undefined) return undefined
  const entries = new Map<string, PackedEntry>()
  let at = file.readUInt32LE(end + 16)
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== directorySignature) return undefined
    const [flags, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)]
    const [packed, unpacked] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)]
    const lengths = [28, 30, 32].map((place) => file.readUInt16LE(at + place))
    const offset = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + lengths[0]!)
    const isEncrypted = (flags & 1) === 1
    if (isEncrypted || (method !== 0 && method !== 8) || offset + 30 > file.length) return undefined
    const size = method === 0 ? packed : unpacked
    entries.set(name, { size, unpack: () => unpack(file, { offset, packed, unpacked, method }) })
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return entries
}

/** The end of the directory lies in the last 64 KB. */
function endOf(file: Buffer): number | undefined {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--)
    if (file.readUInt32LE(at) === endSignature) return at
  return undefined
}

type Packed = { offset: number; packed: number; unpacked: number; method: number }

function unpack(file: Buffer, { offset, packed, unpacked, method }: Packed): Uint8Array {
  const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const data = file.subarray(from, from + packed)
  return method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) })
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}
