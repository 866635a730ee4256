import { damaged } from '../text/file-failure.ts'
import { openBytes, type StoredBytes } from './stored-bytes.ts'
import type { ZipEntry } from './zip-directory.ts'

const chunkBytes = 128 * 1024
const headerLength = 30

export interface EntryRequest {
  readonly entry: ZipEntry
  readonly signal?: AbortSignal | undefined
}

/** The bytes of an entry of a zip archive as they lie there. */
export async function* entryBytes(
  archive: StoredBytes,
  { entry, signal }: EntryRequest,
): AsyncGenerator<Buffer, void, undefined> {
  const { path } = archive
  const bytes = await openBytes(archive)
  try {
    const header = await bytes.read(entry.offset, headerLength)
    if (header.length < headerLength || header.readUInt32LE(0) !== 0x0403_4b50) throw damaged(path, 'zip entry')
    let position = entry.offset + headerLength + header.readUInt16LE(26) + header.readUInt16LE(28)
    const end = position + entry.compressedSize
    while (position < end) {
      signal?.throwIfAborted()
      const read = await bytes.read(position, Math.min(chunkBytes, end - position))
      if (read.length === 0) throw damaged(path, 'cut off')
      position += read.length
      yield read
    }
  } finally {
    await bytes.close()
  }
}

/** How an entry is packed. */
export function entryMethod({ method }: ZipEntry, path: string): 'stored' | 'deflate' {
  if (method === 0) return 'stored'
  if (method === 8) return 'deflate'
  throw damaged(path, `zip method ${method}`)
}
