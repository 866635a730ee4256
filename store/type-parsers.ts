import pg from 'pg'

type Parse = (text: string) => unknown

const { INT8, NUMERIC, DATE, TIMESTAMP } = pg.types.builtins
const arrays = { text: 1009, int8: 1016, numeric: 1231, date: 1182, timestamp: 1115 } as const

/**
 * How values come out of the store where the driver's own choice would lose something: `bigint` columns are numbers,
 * and one beyond the safe integers is an error rather than a neighbour; `numeric` keeps its decimals as text; a `date`
 * is the text `YYYY-MM-DD`, because a day has no time zone; so is a `timestamp` without zone. Instants (`timestamptz`)
 * are `Date`.
 */
const parsers: readonly (readonly [number, Parse])[] = [
  [INT8, safeInteger],
  [NUMERIC, asText],
  [DATE, asText],
  [TIMESTAMP, asText],
  [arrays.int8, arrayOf(safeInteger)],
  [arrays.numeric, arrayOf(asText)],
  [arrays.date, arrayOf(asText)],
  [arrays.timestamp, arrayOf(asText)],
]

/** For one pool, so that no setting of the driver is changed for anybody else in the process. */
export function storeTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  for (const [type, parse] of parsers) types.setTypeParser(type, parse)
  return types
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond the safe integers: ${text}`)
  return value
}

function asText(text: string): string {
  return text
}

/** Arrays are read as arrays of text, then element by element; they may hold NULL and further arrays. */
function arrayOf(parse: Parse): Parse {
  const parseElement = (element: unknown): unknown => {
    if (Array.isArray(element)) return element.map(parseElement)
    return typeof element === 'string' ? parse(element) : null
  }
  return (text) => parseElement(readTexts(text))
}

/** The driver's reader of `text[]`. Its declaration speaks of a number; what it is given is the text from the wire. */
function readTexts(text: string): unknown {
  const read = new pg.TypeOverrides().getTypeParser(arrays.text)
  const elements: unknown = Reflect.apply(read, undefined, [text])
  return elements
}
