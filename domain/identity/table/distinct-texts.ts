import { cleanText } from '../../imports/index.ts'

/** Collects a column: every distinct text once, and for each row the number of its text. */
export interface DistinctTexts {
  readonly add: (raw: string) => void
  readonly column: () => { readonly codes: Uint32Array; readonly values: readonly string[] }
}

/** Texts shorter than this are copied out of the file by the engine anyway. */
const copiedAnyway = 13

export function distinctTexts(): DistinctTexts {
  const numbers = new Map<string, number>([['', 0]])
  const values = ['']
  let codes = new Uint32Array(1024)
  let size = 0
  const numberOf = (raw: string): number => {
    const known = numbers.get(raw)
    if (known !== undefined) return known
    // A piece of a large text would keep the whole of it in memory.
    const own = raw.length < copiedAnyway ? raw : Buffer.from(raw, 'utf16le').toString('utf16le')
    const clean = cleanText(own)
    const number = clean === own ? values.push(own) - 1 : numberOf(clean)
    numbers.set(own, number)
    return number
  }
  return {
    add: (raw) => {
      if (size === codes.length) {
        const larger = new Uint32Array(size * 2)
        larger.set(codes)
        codes = larger
      }
      codes[size++] = numberOf(raw)
    },
    column: () => ({ codes: codes.slice(0, size), values }),
  }
}
