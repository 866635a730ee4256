import { inputLimits } from '../input-limits.ts'
import { byteText, damaged, tooLarge } from '../text/file-failure.ts'
import { entryBytes, entryMethod } from './entry-bytes.ts'
import { inflated } from './inflated.ts'
import { openBytes, type StoredBytes } from './stored-bytes.ts'
import { type ZipDirectory, zipDirectory, type ZipEntry } from './zip-directory.ts'

export interface ZipArchive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Inflated bytes of an entry as they come out, counted against what the whole archive may give. */
  chunks(entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined>
  /** An entry as text, for parts that are small by nature. */
  text(name: string): Promise<string | null>
}

/** Opens a zip archive by its directory. Sizes that the directory states are not trusted: what comes out is counted. */
export async function zipArchive(stored: StoredBytes): Promise<ZipArchive> {
  const { path } = stored
  const { entries, size } = await directoryOf(stored)
  // Every pass over the archive is counted on its own, so the budget is kept per entry and summed.
  const taken = new Map<string, number>()

  async function* chunks(entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    let own = 0
    for await (const chunk of inflated(entryBytes(stored, { entry, signal }), entryMethod(entry, path))) {
      own += chunk.length
      if (own > (taken.get(entry.name) ?? 0)) taken.set(entry.name, own)
      refuseBomb(path, { length: sum(taken.values()), compressed: size })
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

async function directoryOf(stored: StoredBytes): Promise<ZipDirectory> {
  const bytes = await openBytes(stored)
  try {
    return await zipDirectory(bytes, stored.path)
  } finally {
    await bytes.close()
  }
}

/** XML of a workbook part; a document type is refused, because nothing good ever comes with one. */
function xmlText(bytes: Buffer, path: string): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)
  if (text.includes('<!DOCTYPE')) throw damaged(path, 'DOCTYPE')
  return text
}

function refuseBomb(path: string, { length, compressed }: { length: number; compressed: number }): void {
  const { workbookBytes, ratioFromBytes, inflationRatio } = inputLimits
  if (length > workbookBytes) throw tooLarge(path, `xlsx > ${byteText(workbookBytes)}`)
  if (length > ratioFromBytes && length > compressed * inflationRatio) {
    throw tooLarge(path, `xlsx > ${inflationRatio} : 1`)
  }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
