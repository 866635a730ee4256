import { largestJudgement } from '@vitalfew/methods/pairwise/judgement-matrix.ts'
import { noAnswer, plainText, strengthWords } from './judgement-lexicon.ts'

/** What may stand in a cell of a file. */
export type WrittenCell = string | number | boolean | Date | null | undefined

/**
 * What a person wrote as a judgement: 3, `1/3`, `０．３３`, 三, `5 strongly more important`. 0.33 is 1/3 and 0.17 is 1/6: a
 * reciprocal that was rounded is what it was rounded from.
 *
 * @returns null = left out; undefined = not a judgement
 */
export function parseJudgement(written: WrittenCell): number | null | undefined {
  if (written === null || written === undefined) return null
  if (typeof written === 'boolean') return undefined
  if (typeof written === 'number') return unrounded(written, String(written))
  if (written instanceof Date) return fractionOfDay(written)
  const text = plainText(written)
  if (text === '' || noAnswer.has(text)) return null
  return strengthWords.get(text) ?? fraction(text) ?? decimal(text)
}

function fraction(text: string): number | undefined {
  const [, above, below] = /^(\d{1,5})[/⁄:](\d{1,5})$/.exec(text) ?? []
  return above === undefined || below === undefined ? undefined : Number(above) / Number(below)
}

/** A number alone, or before words that say the same: `5`, `0,33`, `3倍`, `7 very strongly`. */
function decimal(text: string): number | undefined {
  const [, digits] = /^([+-]?\d+(?:[.,]\d+)?)(?:$|[^\d.,/]\D*$)/u.exec(text) ?? []
  if (digits === undefined) return undefined
  const plain = digits.replace(',', '.')
  return unrounded(Number(plain), plain)
}

/** A spreadsheet takes a typed 1/3 for the third of January, or the first of March. */
function fractionOfDay(day: Date): number | undefined {
  const numbers = [day.getUTCMonth() + 1, day.getUTCDate()]
  const [least = 0, most = 0] = numbers.toSorted((a, b) => a - b)
  return least === 1 && most <= largestJudgement ? 1 / most : undefined
}

function unrounded(value: number, digits: string): number {
  const decimals = digits.split('.')[1]?.length ?? 0
  if (decimals < 2 || !(value > 0 && value < 1)) return value
  for (let strength = 2; strength <= largestJudgement; strength++) {
    if (Math.abs(value - 1 / strength) <= 0.5 * 10 ** -decimals + 1e-12) return 1 / strength
  }
  return value
}
