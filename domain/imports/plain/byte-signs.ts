import { placeholders } from '../values/placeholders.ts'

// What single bytes of UTF-8 text say about the cell they stand in, so that most cells need no looking at.

/** Bits of `byteSigns`: the bits of a cell are those of its bytes, taken together. */
export const signs = {
  /** Ends a cell that is not in quotes, or makes it a matter for the scanner of records: delimiter, line end, quote. */
  stop: 1,
  /** Ends a cell in quotes. */
  stopInQuotes: 2,
  /** A control character, or the first byte of a character that is or may be changed when a text is cleaned. */
  doubtful: 4,
  point: 8,
} as const

/** Bits that a name has all of when a word for "total" is in it. */
export const totalSigns: readonly number[] = [
  ['t', 'o', 'a', 'l'],
  ['s', 'u', 'm'],
  ['\xe8', '\xae', '\xa1'],
  ['\xe8', '\xa8', '\x88'],
].map((letters) => letters.reduce((bits, letter) => bits | bitOf(letter), 0))

/** A bit above those of `signs` for each letter of the words for "total". */
function bitOf(letter: string): number {
  return 16 << 'toalsum\xe8\xae\xa1\xa8\x88'.indexOf(letter)
}

const quote = 34
const lineEnds = [10, 13]

/** The signs of every byte, for a table with this delimiter. */
export function byteSigns(delimiter: number): Int32Array {
  const found = new Int32Array(256)
  for (let byte = 0; byte < 256; byte += 1) {
    if (byte < 32 || byte === 127 || (byte >= 0xc0 && !isHarmlessLead(byte))) found[byte] = signs.doubtful
  }
  for (const letter of 'toalsum\xe8\xae\xa1\xa8\x88') {
    for (const written of [letter, letter.toUpperCase()]) {
      const byte = written.charCodeAt(0)
      if (written === letter || byte < 128) found[byte] = (found[byte] ?? 0) | bitOf(letter)
    }
  }
  found[46] = signs.point
  for (const byte of [delimiter, quote, ...lineEnds]) found[byte] = (found[byte] ?? 0) | signs.stop
  for (const byte of [quote, 10]) found[byte] = (found[byte] ?? 0) | signs.stopInQuotes
  return found
}

/**
 * First bytes after which nothing comes that cleaning takes away or that another sign is equivalent to: letters with
 * accents (U+00C0 to U+00FF), Russian ones, and the unified Chinese characters.
 */
function isHarmlessLead(byte: number): boolean {
  return byte === 0xc3 || byte === 0xd0 || byte === 0xd1 || (byte >= 0xe4 && byte <= 0xe9)
}

const longestLooked = 64

/** Whether a text of this length that begins with this byte may be one of the words for "not known". */
export function mayBePlaceholder(first: number, length: number): boolean {
  return length < longestLooked && placeholderStarts[first * longestLooked + length] === 1
}

const placeholderStarts = startsOf(placeholders)

function startsOf(texts: ReadonlySet<string>): Uint8Array {
  const found = new Uint8Array(256 * longestLooked)
  for (const text of texts) {
    for (const written of [text, text.toUpperCase()]) {
      const bytes = Buffer.from(written)
      const [first] = bytes
      if (first !== undefined) found[first * longestLooked + bytes.length] = 1
    }
  }
  return found
}
