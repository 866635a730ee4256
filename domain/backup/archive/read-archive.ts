import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readTarHeader, tarBlockBytes, type TarEntry, tarPadding } from './tar-header.ts'

export interface PlacedEntry extends TarEntry {
  /** Where its bytes begin. */
  readonly start: number
}

/** The files of a tar file, in their order; as far as it can be read. */
export async function archiveEntries(path: string): Promise<PlacedEntry[]> {
  const file = await open(path, 'r')
  try {
    const entries: PlacedEntry[] = []
    let position = 0
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(tarBlockBytes), 0, tarBlockBytes, position)
      const entry = bytesRead < tarBlockBytes ? undefined : readTarHeader(buffer)
      if (entry === undefined) return entries
      const start = position + tarBlockBytes
      entries.push({ ...entry, start })
      position = start + entry.bytes + tarPadding(entry.bytes)
    }
  } finally {
    await file.close()
  }
}

/** The bytes of a file in an archive. */
export function readEntry(path: string, { start, bytes }: PlacedEntry): Readable {
  if (bytes === 0) return Readable.from([])
  return createReadStream(path, { start, end: start + bytes - 1, highWaterMark: 1 << 20 })
}

export async function entryDigest(path: string, entry: PlacedEntry): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(readEntry(path, entry), hash)
  return hash.digest('hex')
}
