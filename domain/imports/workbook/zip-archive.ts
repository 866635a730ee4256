import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { inputLimits } from '../input-limits.ts'
import { byteText, damaged, tooLarge } from '../text/file-failure.ts'
import { zipDirectory, type ZipEntry } from './zip-directory.ts'

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Inflated bytes of an entry as they come out, counted against what the whole archive may give. */
  chunks(entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined>
  /** An entry as text, for parts that are small by nature. */
  text(name: string): Promise<string | null>
}

/** Opens a zip file by its directory. Sizes that the directory states are not trusted: what comes out is counted. */
export async function zipArchive(path: string): Promise<ZipArchive> {
  const { entries, size } = await withFile(path, (file) => zipDirectory(file, path))
  // Every pass over the archive is counted on its own, so the budget is kept per entry and summed.
  const inflated = new Map<string, number>()

  async function* chunks(entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    let own = 0
    for await (const chunk of inflate(path, entry, signal)) {
      own += chunk.length
      if (own > (inflated.get(entry.name) ?? 0)) inflated.set(entry.name, own)
      refuseBomb({ path, inflated: sum(inflated.values()), compressed: size })
      yield chunk
    }
  }

  async function text(name: string): Promise<string | null> {
    const entry = entries.get(name)
    if (entry === undefined) return null
    const parts: Buffer[] = []
    let length = 0
    for await (const chunk of chunks(entry)) {
      parts.push(chunk)
      length += chunk.length
      if (length > inputLimits.workbookPartBytes)
        throw tooLarge(path, `${name} > ${byteText(inputLimits.workbookPartBytes)}`)
    }
    return xmlText(Buffer.concat(parts), path)
  }

  return { entries, chunks, text }
}

/** XML of a workbook part; a document type is refused, because nothing good ever comes with one. */
function xmlText(bytes: Buffer, path: string): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)
  if (text.includes('<!DOCTYPE')) throw damaged(path, 'DOCTYPE')
  return text
}

async function* inflate(path: string, entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const raw = Readable.from(rawChunks(path, entry, signal), { objectMode: false })
  if (entry.method === stored) {
    for await (const chunk of raw) if (Buffer.isBuffer(chunk)) yield chunk
    return
  }
  if (entry.method !== deflated) throw damaged(path, `zip method ${entry.method}`)
  const inflater = createInflateRaw({ chunkSize: chunkBytes })
  raw.on('error', (cause) => inflater.destroy(cause))
  raw.pipe(inflater)
  try {
    for await (const chunk of inflater) if (Buffer.isBuffer(chunk)) yield chunk
  } finally {
    raw.destroy()
    inflater.destroy()
  }
}

const stored = 0
const deflated = 8
const chunkBytes = 128 * 1024

async function* rawChunks(
  path: string,
  entry: ZipEntry,
  signal?: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const file = await open(path, 'r')
  try {
    const header = Buffer.alloc(30)
    const { bytesRead } = await file.read(header, 0, 30, entry.offset)
    if (bytesRead < 30 || header.readUInt32LE(0) !== 0x0403_4b50) throw damaged(path, 'zip entry')
    let position = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    const end = position + entry.compressedSize
    while (position < end) {
      signal?.throwIfAborted()
      const length = Math.min(chunkBytes, end - position)
      const read = await file.read(Buffer.allocUnsafe(length), 0, length, position)
      if (read.bytesRead === 0) throw damaged(path, 'cut off')
      position += read.bytesRead
      yield read.buffer.subarray(0, read.bytesRead)
    }
  } finally {
    await file.close()
  }
}

async function withFile<Result>(path: string, use: (file: FileHandle) => Promise<Result>): Promise<Result> {
  const file = await open(path, 'r')
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

function refuseBomb({ path, inflated, compressed }: { path: string; inflated: number; compressed: number }): void {
  const { workbookBytes, ratioFromBytes, inflationRatio } = inputLimits
  if (inflated > workbookBytes) throw tooLarge(path, `xlsx > ${byteText(workbookBytes)}`)
  if (inflated > ratioFromBytes && inflated > compressed * inflationRatio) {
    throw tooLarge(path, `xlsx > ${inflationRatio} : 1`)
  }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
