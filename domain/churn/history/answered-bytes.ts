import type { Readable } from 'node:stream'

/** Everything a query answers, as bytes. */
export async function answeredBytes(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('the answer of a query must come as bytes')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
