import { inputLimits } from '../input-limits.ts'
import { lineTooLong } from './decode-text.ts'

/** Watches the distance between line ends over a stream of bytes and refuses a line that is too long to be a row. */
export function lineLengthGuard(path: string): (bytes: Buffer) => void {
  let open = 0
  return (bytes) => {
    const limit = inputLimits.lineCharacters * 4
    const newline = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13))
    // A chunk is smaller than the limit, so only what stands open at its borders can exceed it.
    open = newline === -1 ? open + bytes.length : bytes.length - newline - 1
    if (open > limit) throw lineTooLong(path)
  }
}
