import { firstSalesDay, lastSalesDay } from '../values/calendar.ts'
import { placeholders } from '../values/placeholders.ts'
import { doubtfulBeginnings, totalWords } from './doubt-lexicon.ts'

// Conditions in the engine's SQL under which a cell is read with certainty. What they let pass, the careful reader would
// read the same way; what they hold back, it reads itself.

/** Digits with at most one point and six decimals, within what an amount may be; the engine would cut a seventh off. */
export function plainNumber(cell: string): string {
  return `abs(toDecimal64OrNull(${cell}, 6)) <= 9000000000000 AND positionCaseInsensitive(${cell}, 'e') = 0
        AND NOT startsWith(${cell}, '+') AND (position(${cell}, '.') = 0 OR length(${cell}) - position(${cell}, '.') <= 6)`
}

/** An ISO day, alone or before a time of day. The engine reads 30 February as 1 March: the written day must come back. */
export function plainDay(cell: string): string {
  return `day BETWEEN toDate32(${firstSalesDay}) AND toDate32(${lastSalesDay})
      AND toDayOfMonth(day) = toUInt8OrZero(substring(${cell}, 9, 2)) AND substring(${cell}, 5, 1) = '-'
      AND substring(${cell}, 8, 1) = '-'
      AND (length(${cell}) = 10
           OR match(substring(${cell}, 11), '^[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]+)?)?$'))`
}

/** Characters that a text must not have to be taken as it stands; cleaning them is the careful reader's work. */
const disguises = ['\u00A0', '\u1680', '\u00AD', '\u3000', '\uFEFF', ...invisible()].map((sign) => literal(sign))

function invisible(): string[] {
  const ranges: [number, number][] = [
    [0x2000, 0x200f],
    [0x2028, 0x202f],
    [0x205f, 0x2060],
  ]
  return ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
  )
}

/** Beginnings that make a text something else than it shows: a formula, a protective apostrophe. */
const doubtfulStarts = doubtfulBeginnings.map(literal)
/** First bytes of full-width signs. */
const fullWidth = "['\\xEF\\xBC', '\\xEF\\xBD']"

export function plainText(cell: string): string {
  return `${doubtfulStarts.map((start) => `NOT startsWith(${cell}, ${start})`).join(' AND ')}
        AND (isValidASCII(${cell}) OR NOT multiSearchAny(${cell}, [${disguises.join(', ')}]))`
}

/** A name that is neither "unknown" nor "total", or nothing at all. */
export function presentText(cell: string, isSpotless: boolean): string {
  const absent = `length(${cell}) <= ${longestPlaceholder} AND lower(${cell}) IN (${[...placeholders].map(literal).join(', ')})`
  const doubtful = `multiSearchAny(substring(${cell}, 1, if(lengthUTF8(${cell}) <= 4, 16, 3)), ${fullWidth})
          OR multiSearchAnyCaseInsensitive(${cell}, [${totalWords.map(literal).join(', ')}])`
  return `(${cell} = '' OR NOT (${absent})${isSpotless ? '' : ` AND NOT (${doubtful})`})`
}

const longestPlaceholder = Math.max(...[...placeholders].map((text) => Buffer.byteLength(text)))

export function literals(texts: readonly string[]): string {
  return texts.length === 0 ? "['']" : `[${texts.map(literal).join(', ')}]`
}

/** A text as a literal of the engine's SQL. */
function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
