import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { inputLimits } from '../input-limits.ts'
import { byteText, fileFailure, tooLarge } from './file-failure.ts'

export interface ByteChunk {
  readonly bytes: Buffer
  /** Bytes of the file itself (before inflating) taken so far. */
  readonly consumed: number
}

export interface FileBytesRequest {
  readonly path: string
  readonly gzip: boolean
  readonly signal?: AbortSignal | undefined
}

/** The content of a file in chunks, inflated where it is gzip; ends early and cleanly when the reader stops. */
export async function* fileBytes({ path, gzip, signal }: FileBytesRequest): AsyncGenerator<ByteChunk, void, undefined> {
  try {
    yield* gzip ? inflatedChunks(path, signal) : plainChunks(path, signal)
  } catch (cause) {
    throw fileFailure(cause, path)
  }
}

const chunkBytes = 256 * 1024

async function* plainChunks(path: string, signal?: AbortSignal): AsyncGenerator<ByteChunk, void, undefined> {
  const file = await open(path, 'r')
  try {
    for (let consumed = 0; ;) {
      signal?.throwIfAborted()
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, consumed)
      if (bytesRead === 0) return
      consumed += bytesRead
      yield { bytes: buffer.subarray(0, bytesRead), consumed }
    }
  } finally {
    await file.close()
  }
}

async function* inflatedChunks(path: string, signal?: AbortSignal): AsyncGenerator<ByteChunk, void, undefined> {
  let consumed = 0
  async function* counted(): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of plainChunks(path, signal)) {
      consumed = chunk.consumed
      yield chunk.bytes
    }
  }
  const source = Readable.from(counted(), { objectMode: false, highWaterMark: chunkBytes })
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  source.on('error', (cause) => gunzip.destroy(cause))
  source.pipe(gunzip)
  let inflated = 0
  try {
    for await (const bytes of gunzip) {
      if (!Buffer.isBuffer(bytes)) continue
      inflated += bytes.length
      refuseBomb({ path, inflated, compressed: consumed })
      yield { bytes, consumed }
    }
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

function refuseBomb({ path, inflated, compressed }: { path: string; inflated: number; compressed: number }): void {
  if (inflated > inputLimits.gzipBytes) throw tooLarge(path, `gzip > ${byteText(inputLimits.gzipBytes)}`)
  if (inflated > inputLimits.ratioFromBytes && inflated > compressed * inputLimits.inflationRatio) {
    throw tooLarge(path, `gzip > ${inputLimits.inflationRatio} : 1`)
  }
}
