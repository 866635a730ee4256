import { inputLimits } from '../input-limits.ts'
import { fileBytes, type FileBytesRequest } from './file-bytes.ts'

/**
 * Watches the distance between line ends over a stream of bytes: false once a line is too long to be a row, which is
 * seen before the line is in memory. A character takes four bytes at most.
 */
export function lineLengthGuard(): (bytes: Buffer) => boolean {
  let open = 0
  return (bytes) => {
    const newline = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13))
    // A chunk is shorter than the limit, so only what stands open at its borders can exceed it.
    open = newline === -1 ? open + bytes.length : bytes.length - newline - 1
    return open <= inputLimits.lineCharacters * 4
  }
}

/** Number of the line that holds the byte at a place, counted from 1; read again, for a message only. */
export async function lineNumber(request: FileBytesRequest, place: number): Promise<number> {
  let line = 1
  let passed = 0
  for await (const { bytes } of fileBytes(request)) {
    const end = Math.min(bytes.length, place - passed)
    for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) line += 1
    passed += bytes.length
    if (passed >= place) break
  }
  return line
}
