import { isUtf8 } from 'node:buffer'
import { delimiterHint } from '../delimited/delimited-source.ts'
import { inputLimits } from '../input-limits.ts'
import { decodedText, lineTooLong } from '../text/decode-text.ts'
import type { Encoding } from '../text/detect-encoding.ts'
import { type ByteChunk, fileBytes, type FileBytesRequest } from '../text/file-bytes.ts'
import { lineNumber } from '../text/line-length.ts'

/**
 * The lines of a text file as well-formed UTF-8, many at a time: every chunk ends in a line end, also the last one. A byte
 * order mark and the hint at the delimiter are left out. The bytes of a chunk last until the next one is asked for.
 */
export async function* utf8Lines(
  request: FileBytesRequest,
  encoding: Encoding,
): AsyncGenerator<ByteChunk, void, undefined> {
  const passing = { ...request, isPassing: true, chunkBytes: request.chunkBytes ?? mebibyte }
  // Every chunk is copied into this memory behind the line that the one before left open.
  let memory: Buffer = Buffer.allocUnsafeSlow(4 * mebibyte)
  let held = 0
  let taken = 0
  let isFirst = true
  for await (const { bytes, consumed } of encoding === 'utf-8' ? fileBytes(passing) : encodedAnew(passing, encoding)) {
    if (held + bytes.length >= memory.length) memory = enlarged(memory, { held, more: bytes.length })
    bytes.copy(memory, held)
    const joined = memory.subarray(0, held + bytes.length)
    const end = joined.lastIndexOf(newline) + 1
    if (joined.length - end > inputLimits.lineCharacters * 4) {
      throw lineTooLong(request.path, await lineNumber(request, taken))
    }
    taken = consumed
    if (end > 0) {
      yield { bytes: wellFormed(joined.subarray(0, end), isFirst), consumed }
      isFirst = false
    }
    held = joined.copy(memory, 0, end)
  }
  if (held === 0) return
  memory[held] = newline
  yield { bytes: wellFormed(memory.subarray(0, held + 1), isFirst), consumed: taken }
}

const newline = 10
const mebibyte = 2 ** 20

function enlarged(memory: Buffer, { held, more }: { readonly held: number; readonly more: number }): Buffer {
  const larger = Buffer.allocUnsafeSlow((held + more) * 2)
  memory.copy(larger, 0, 0, held)
  return larger
}

async function* encodedAnew(request: FileBytesRequest, encoding: Encoding): AsyncGenerator<ByteChunk, void, undefined> {
  for await (const { text, consumed } of decodedText(request, encoding)) yield { bytes: Buffer.from(text), consumed }
}

function wellFormed(bytes: Buffer, isFirst: boolean): Buffer {
  const whole = isUtf8(bytes) ? bytes : Buffer.from(bytes.toString('utf8'))
  return isFirst ? whole.subarray(unreadBytes(whole)) : whole
}

function unreadBytes(bytes: Buffer): number {
  const head = bytes.toString('utf8', 0, 16)
  const mark = head.startsWith('\ufeff') ? '\ufeff' : ''
  return Buffer.byteLength(delimiterHint.exec(head)?.[0] ?? mark)
}
