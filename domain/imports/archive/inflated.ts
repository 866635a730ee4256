import { Readable } from 'node:stream'
import { createGunzip, createInflateRaw } from 'node:zlib'

const inflaters = { gzip: createGunzip, deflate: createInflateRaw }
const chunkBytes = 256 * 1024

/** Inflates packed bytes as they come; ends early and cleanly when the reader stops. */
export async function* inflated(
  packed: AsyncIterable<Buffer>,
  method: keyof typeof inflaters | 'stored',
): AsyncGenerator<Buffer, void, undefined> {
  if (method === 'stored') {
    yield* packed
    return
  }
  const source = Readable.from(packed, { objectMode: false, highWaterMark: chunkBytes })
  const inflater = inflaters[method]({ chunkSize: chunkBytes })
  source.on('error', (cause) => inflater.destroy(cause))
  source.pipe(inflater)
  try {
    for await (const bytes of inflater) if (Buffer.isBuffer(bytes)) yield bytes
  } finally {
    source.destroy()
    inflater.destroy()
  }
}
