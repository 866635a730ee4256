import { inputLimits } from '../input-limits.ts'
import { damaged, tooLarge } from '../text/file-failure.ts'
import type { OpenBytes } from './stored-bytes.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  /** CRC-32 of the content. */
  readonly checksum: number
  /** Place of the entry's local header in the file. */
  readonly offset: number
}

export interface ZipDirectory {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Bytes of the file. */
  readonly size: number
}

const endLength = 22
const longestComment = 65_535
const unknown32 = 0xffff_ffff

/** Reads the directory at the end of a zip file (APPNOTE 4.3.12–4.3.16), with the 64-bit form of large archives. */
export async function zipDirectory(bytes: OpenBytes, path: string): Promise<ZipDirectory> {
  const { size } = bytes
  const tail = await bytesAt(bytes, { from: Math.max(0, size - endLength - longestComment - 20), to: size })
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end === -1 || end + endLength > tail.length) throw damaged(path, 'cut off')
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let start = tail.readUInt32LE(end + 16)
  const locator = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 6, 7]), end)
  if (locator !== -1 && (count === 0xffff || length === unknown32 || start === unknown32)) {
    const record = await bytesAt(bytes, { from: Number(tail.readBigUInt64LE(locator + 8)), length: 56, to: size })
    if (record.length < 56 || record.readUInt32LE(0) !== 0x0606_4b50) throw damaged(path, 'zip64')
    count = Number(record.readBigUInt64LE(32))
    length = Number(record.readBigUInt64LE(40))
    start = Number(record.readBigUInt64LE(48))
  }
  if (count > inputLimits.zipEntries) throw tooLarge(path, `zip > ${inputLimits.zipEntries}`)
  if (start + length > size) throw damaged(path, 'cut off')
  const directory = await bytesAt(bytes, { from: start, to: start + length })
  return { entries: readEntries(directory, { count, path }), size }
}

function readEntries(directory: Buffer, { count, path }: { count: number; path: string }): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x0201_4b50) throw damaged(path, 'zip directory')
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1
    if (encrypted) throw damaged(path, 'encrypted')
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const sizes = entrySizes(directory, { at, extraAt: at + 46 + nameLength, extraLength })
    const checksum = directory.readUInt32LE(at + 16)
    entries.set(name, { name, method: directory.readUInt16LE(at + 10), checksum, ...sizes })
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Sizes of 4 GiB and more stand in the extra field 0x0001, in a fixed order, only those that did not fit. */
function entrySizes(
  directory: Buffer,
  { at, extraAt, extraLength }: { at: number; extraAt: number; extraLength: number },
): Pick<ZipEntry, 'compressedSize' | 'offset'> {
  const plainSize = directory.readUInt32LE(at + 24)
  let compressedSize = directory.readUInt32LE(at + 20)
  let offset = directory.readUInt32LE(at + 42)
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + directory.readUInt16LE(field + 2)) {
    if (directory.readUInt16LE(field) !== 1) continue
    let next = field + 4 + (plainSize === unknown32 ? 8 : 0)
    if (compressedSize === unknown32) {
      compressedSize = Number(directory.readBigUInt64LE(next))
      next += 8
    }
    if (offset === unknown32) offset = Number(directory.readBigUInt64LE(next))
    break
  }
  return { compressedSize, offset }
}

function bytesAt(bytes: OpenBytes, range: { from: number; to: number; length?: number }): Promise<Buffer> {
  return bytes.read(range.from, Math.max(0, Math.min(range.length ?? range.to - range.from, range.to - range.from)))
}
