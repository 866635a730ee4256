import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Worker } from 'node:worker_threads'
import { ProductError } from '@vitalfew/contract/errors.ts'

/** Smaller files are summed up sooner than a thread has started. */
const worthAThread = 8 * 2 ** 20

/**
 * SHA-256 of the bytes of a file, as hexadecimal text. A large one is summed up in a thread of its own, while this one
 * reads it.
 *
 * @throws ProductError `input.damaged` when it cannot be read
 */
export async function fileDigest(path: string, bytes: number): Promise<string> {
  try {
    return await (bytes < worthAThread ? digestOf(path) : digestInThread(path))
  } catch (cause) {
    throw new ProductError('input.damaged', { file: path, problem: String(cause) }, { cause })
  }
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}

function digestInThread(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('file-digest-thread.ts', import.meta.url), { workerData: path })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}
