import { isAscii, isUtf8 } from 'node:buffer'
import { hanScore } from './han-score.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5' | 'windows-1252'

/** Looks at a whole file, chunk by chunk, and then says how its text is written. */
export interface EncodingDetector {
  add(chunk: Buffer): void
  encoding(): Encoding
}

/**
 * Byte-order mark, then the place of NUL bytes (UTF-16 without a mark), then whether the whole file is UTF-8, and only
 * then the better of GB18030, Big5 and Western by the characters they give. The head alone would not do: the first
 * Chinese name may stand a megabyte down.
 */
export function encodingDetector(): EncodingDetector {
  let seen = false
  let marked: Encoding | null = null
  let carry: Buffer = Buffer.alloc(0)
  let wellFormed = 0
  const broken: Buffer[] = []

  function add(chunk: Buffer): void {
    if (!seen) marked = markOrParity(chunk.subarray(0, 4096))
    seen = true
    if (marked !== null || (carry.length === 0 && isAscii(chunk))) return
    const joined = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
    const end = lastWholeCharacter(joined)
    const whole = joined.subarray(0, end)
    carry = joined.subarray(end)
    if (isUtf8(whole)) wellFormed += 1
    else if (broken.length < keptChunks) broken.push(whole)
  }

  function encoding(): Encoding {
    if (marked !== null) return marked
    if (carry.length > 0 && !isUtf8(carry)) broken.push(carry)
    return broken.length === 0 ? 'utf-8' : bestDecoding(foreignLines(broken), wellFormed)
  }

  return { add, encoding }
}

/** Chunks that are not UTF-8 and are kept to be looked at in the end. */
const keptChunks = 4
const evidenceBytes = 128 * 1024

function markOrParity(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return utf16ByNulParity(head)
}

/** Line ends, digits and commas have a zero byte in UTF-16: on odd places in little-endian, on even ones in big-endian. */
export function utf16ByNulParity(head: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  if (odd + even < Math.max(2, head.length / 100)) return null
  if (odd > even * 20) return 'utf-16le'
  return even > odd * 20 ? 'utf-16be' : null
}

/** Where the last complete UTF-8 character ends, so that a chunk's border does not count as damage. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** The lines that are not plain ASCII, whole, because a two-byte character must not be cut. */
function foreignLines(chunks: readonly Buffer[]): Buffer {
  const kept: Buffer[] = []
  let size = 0
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length && size < evidenceBytes;) {
      const newline = chunk.indexOf(10, start)
      const end = newline === -1 ? chunk.length : newline + 1
      const line = chunk.subarray(start, Math.min(end, start + 4096))
      if (!isAscii(line)) {
        kept.push(line)
        size += line.length
      }
      start = end
    }
  }
  return Buffer.concat(kept)
}

function bestDecoding(evidence: Buffer, wellFormedChunks: number): Encoding {
  const utf8 = new TextDecoder('utf-8').decode(evidence)
  const replaced = utf8.split('\ufffd').length - 1
  const foreign = utf8.replace(/[\u0000-\u007f\ufffd]/g, '').length + wellFormedChunks * 20
  // A few broken bytes in a large UTF-8 file are damage, not another encoding.
  if (foreign > replaced * 20) return 'utf-8'
  if (isolatedShare(evidence) > 0.7) return 'windows-1252'
  const simplified = hanScore(new TextDecoder('gb18030').decode(evidence))
  const traditional = hanScore(new TextDecoder('big5').decode(evidence))
  return traditional > simplified + 0.1 ? 'big5' : 'gb18030'
}

/** Share of non-ASCII bytes that stand alone between ASCII ones: accents of Western text, never Chinese. */
function isolatedShare(bytes: Buffer): number {
  let foreign = 0
  let isolated = 0
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) continue
    foreign += 1
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80 && !looksLikeTrail(bytes[index + 1]))
      isolated += 1
  }
  return foreign === 0 ? 0 : isolated / foreign
}

/** Second bytes of GBK characters may be ASCII letters from @ upwards; a separator or a blank never is one. */
function looksLikeTrail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x40 && !isLetter(byte)
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}
