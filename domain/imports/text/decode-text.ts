import { isAscii } from 'node:buffer'
import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { inputLimits } from '../input-limits.ts'
import type { Encoding } from './detect-encoding.ts'
import { byteText } from './file-failure.ts'
import { fileBytes, type FileBytesRequest } from './file-bytes.ts'

export interface TextChunk {
  readonly text: string
  readonly consumed: number
}

/** The text of a file in chunks; UTF-8 chunks end at line ends, which keeps characters whole without a decoder's state. */
export async function* decodedText(
  request: FileBytesRequest,
  encoding: Encoding,
): AsyncGenerator<TextChunk, void, undefined> {
  yield* encoding === 'utf-8' ? utf8Text(request) : decoderText(request, encoding)
}

async function* utf8Text(request: FileBytesRequest): AsyncGenerator<TextChunk, void, undefined> {
  let carry: Buffer | null = null
  let first = true
  let taken = 0
  for await (const { bytes, consumed } of fileBytes(request)) {
    taken = consumed
    const joined: Buffer = carry === null ? bytes : Buffer.concat([carry, bytes])
    const end = Math.max(joined.lastIndexOf(10), joined.lastIndexOf(13)) + 1
    carry = end === joined.length ? null : joined.subarray(end)
    if (end === 0) continue
    yield { text: utf8(joined.subarray(0, end), first), consumed }
    first = false
  }
  if (carry !== null) yield { text: utf8(carry, first), consumed: taken }
}

function utf8(bytes: Buffer, first: boolean): string {
  if (isAscii(bytes)) return bytes.toString('latin1')
  const text = bytes.toString('utf8')
  return first && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

async function* decoderText(request: FileBytesRequest, encoding: Encoding): AsyncGenerator<TextChunk, void, undefined> {
  const decoder = new TextDecoder(encoding)
  let taken = 0
  for await (const { bytes, consumed } of fileBytes(request)) {
    taken = consumed
    yield { text: decoder.decode(bytes, { stream: true }), consumed }
  }
  const rest = decoder.decode()
  if (rest !== '') yield { text: rest, consumed: taken }
}

export function lineTooLong(path: string, row: number): ProductError {
  return new ProductError('input.lineTooLong', {
    file: basename(path),
    path,
    row,
    limit: byteText(inputLimits.lineCharacters),
  })
}
