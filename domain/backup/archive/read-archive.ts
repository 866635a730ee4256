import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { paxName, readTarHeader, tarBlockBytes, type TarEntry, tarPadding } from './tar-header.ts'

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
    let named: string | undefined
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(tarBlockBytes), 0, tarBlockBytes, position)
      const entry = bytesRead < tarBlockBytes ? undefined : readTarHeader(buffer)
      if (entry === undefined) return entries
      const { name, bytes, isExtended } = entry
      const start = position + tarBlockBytes
      position = start + bytes + tarPadding(bytes)
      if (!isExtended) entries.push({ name: named ?? name, bytes, start })
      named = isExtended && bytes <= mostExtendedBytes ? paxName(await bytesAt(file, { start, bytes })) : undefined
    }
  } finally {
    await file.close()
  }
}

/** A name has no more; what claims to is damaged. */
const mostExtendedBytes = 1 << 16

async function bytesAt(file: FileHandle, { start, bytes }: { start: number; bytes: number }): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, start)
  return buffer.subarray(0, bytesRead)
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
