import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { entryBytes, entryMethod } from '../archive/entry-bytes.ts'
import { inflated } from '../archive/inflated.ts'
import type { Packing } from '../archive/packing.ts'
import type { ZipEntry } from '../archive/zip-directory.ts'
import { inputLimits } from '../input-limits.ts'
import { byteText, damaged, fileFailure, tooLarge } from './file-failure.ts'

export interface ByteChunk {
  readonly bytes: Buffer
  /** Bytes of the file itself (before inflating) taken so far. */
  readonly consumed: number
}

export interface FileBytesRequest {
  readonly path: string
  readonly packing: Packing
  readonly signal?: AbortSignal | undefined
  /** The bytes of a chunk are done with when the next one is asked for: they may lie in the same memory. */
  readonly isPassing?: boolean
  /** Bytes read at a time. */
  readonly chunkBytes?: number | undefined
}

/** The content of a file in chunks, inflated where it is packed; ends early and cleanly when the reader stops. */
export async function* fileBytes(request: FileBytesRequest): AsyncGenerator<ByteChunk, void, undefined> {
  try {
    yield* request.packing === 'none' ? plainChunks(request) : unpackedChunks(request, request.packing)
  } catch (cause) {
    throw fileFailure(cause, request.path)
  }
}

const usualChunkBytes = 256 * 1024

async function* plainChunks({
  path,
  signal,
  isPassing,
  chunkBytes = usualChunkBytes,
}: FileBytesRequest): AsyncGenerator<ByteChunk, void, undefined> {
  const file = await open(path, 'r')
  const same = isPassing === true ? Buffer.allocUnsafeSlow(chunkBytes) : null
  try {
    for (let consumed = 0; ;) {
      signal?.throwIfAborted()
      const { bytesRead, buffer } = await file.read(same ?? Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, consumed)
      if (bytesRead === 0) return
      consumed += bytesRead
      yield { bytes: buffer.subarray(0, bytesRead), consumed }
    }
  } finally {
    await file.close()
  }
}

async function* unpackedChunks(
  request: FileBytesRequest,
  packing: 'gzip' | ZipEntry,
): AsyncGenerator<ByteChunk, void, undefined> {
  const { path, signal } = request
  const isGzip = packing === 'gzip'
  let consumed = 0
  async function* packed(): AsyncGenerator<Buffer, void, undefined> {
    const source = isGzip ? gzipBytes(request) : entryBytes({ path }, { entry: packing, signal })
    for await (const bytes of source) {
      consumed += bytes.length
      yield bytes
    }
  }
  let length = 0
  let checksum = 0
  for await (const bytes of inflated(packed(), isGzip ? 'gzip' : entryMethod(packing, path))) {
    length += bytes.length
    refuseBomb(path, { what: isGzip ? 'gzip' : 'zip', length, compressed: consumed })
    if (!isGzip) checksum = crc32(bytes, checksum)
    yield { bytes, consumed }
  }
  // A gzip stream is checked where it is inflated; an entry of an archive has its checksum in the directory.
  if (!isGzip && checksum !== packing.checksum) throw damaged(path, 'CRC')
}

async function* gzipBytes(request: FileBytesRequest): AsyncGenerator<Buffer, void, undefined> {
  for await (const { bytes } of plainChunks({ ...request, isPassing: false })) yield bytes
}

function refuseBomb(path: string, found: { what: string; length: number; compressed: number }): void {
  const { what, length, compressed } = found
  const { unpackedBytes, ratioFromBytes, inflationRatio } = inputLimits
  if (length > unpackedBytes) throw tooLarge(path, `${what} > ${byteText(unpackedBytes)}`)
  if (length > ratioFromBytes && length > compressed * inflationRatio) {
    throw tooLarge(path, `${what} > ${inflationRatio} : 1`)
  }
}
