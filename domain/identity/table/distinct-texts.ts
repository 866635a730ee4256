import { cleanText } from '../../imports/index.ts'
import { textNumbers } from './text-numbers.ts'

/** Collects a column: every distinct text once, and for each row the number of its text. */
export interface DistinctTexts {
  readonly add: (raw: string) => void
  readonly column: () => { readonly codes: Uint32Array; readonly values: readonly string[] }
}

/** Texts that are cut out of the file's by themselves again at once. */
const copiedAtOnce = 8192
/** No text that has been cleaned holds this sign. */
const separator = '\u0000'

export function distinctTexts(): DistinctTexts {
  const { find, numberOf, texts } = textNumbers()
  /** Numbers of texts that are written with more than they say. */
  const uncleaned = new Map<string, number>()
  let codes = new Uint32Array(1024)
  let size = 0
  let copied = 0
  const numberOfNew = (raw: string): number => {
    const clean = cleanText(raw)
    if (clean === raw) return numberOf(raw)
    const known = uncleaned.get(raw)
    if (known !== undefined) return known
    const number = numberOf(clean)
    uncleaned.set(Buffer.from(raw, 'utf16le').toString('utf16le'), number)
    return number
  }
  // A piece of a large text keeps the whole of it in memory: pieces are put together, and cut from that.
  const copy = (): void => {
    const own = texts.slice(copied).join(separator).split(separator)
    own.forEach((text, i) => {
      texts[copied + i] = text
    })
    copied = texts.length
  }
  return {
    add: (raw) => {
      if (size === codes.length) {
        const larger = new Uint32Array(size * 2)
        larger.set(codes)
        codes = larger
      }
      const known = find(raw)
      codes[size++] = known < 0 ? numberOfNew(raw) : known
      if (texts.length - copied >= copiedAtOnce) copy()
    },
    column: () => {
      copy()
      return { codes: codes.slice(0, size), values: texts }
    },
  }
}
