import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { cleanText, distinctHeaders, findHeader, openSource } from '../../imports/index.ts'
import { distinctTexts } from './distinct-texts.ts'

export interface IdentityTableRequest {
  /** Files with the same headers, read one after another as one table. */
  readonly paths: readonly string[]
  /** Header of the column that names a record; where absent, records go by the number of their row. */
  readonly id?: string | undefined
  /** Headers of the columns to compare; where empty, all but the id. */
  readonly columns: readonly string[]
  readonly sheet?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (file: string, rows: number) => void
}

/** A table of people or enterprises, column by column. */
export interface IdentityTable {
  readonly ids: readonly string[]
  readonly columns: readonly {
    readonly header: string
    readonly codes: Uint32Array
    readonly values: readonly string[]
  }[]
}

/** Rows among which the header is looked for. */
const searchedRows = 200

/**
 * Reads a table of any format that sales files may have.
 *
 * @throws ProductError `input.*`, `mapping.headerNotFound`
 */
export async function readIdentityTable(request: IdentityTableRequest): Promise<IdentityTable> {
  const { paths } = request
  const collected = collector(request)
  for (const path of paths) await readFile(path, { collected, request })
  if (collected.size() === 0)
    throw new ProductError('input.noRows', { file: basename(paths[0] ?? ''), path: paths[0] ?? '' })
  return collected.table()
}

async function readFile(
  path: string,
  { collected, request }: { readonly collected: Collector; readonly request: IdentityTableRequest },
): Promise<void> {
  const { sheet, signal, onProgress } = request
  const source = await openSource({ path, sheet, signal })
  const rowsBefore: string[][] = []
  const numbersBefore: number[] = []
  const first = { rows: rowsBefore, numbers: numbersBefore, named: source.named }
  let hasBegun = false
  for await (const { rows, numbers } of source.rows(signal)) {
    if (hasBegun) collected.add(rows, numbers)
    else {
      first.rows.push(...rows)
      first.numbers.push(...numbers)
      hasBegun = first.rows.length >= searchedRows
      if (hasBegun) collected.begin(path, first)
    }
    onProgress?.(basename(path), collected.size())
  }
  if (!hasBegun) collected.begin(path, first)
}

type Collector = ReturnType<typeof collector>

interface FirstRows {
  readonly rows: readonly string[][]
  readonly numbers: readonly number[]
  readonly named: boolean
}

function collector({ id, columns }: IdentityTableRequest) {
  const ids: string[] = []
  let wanted: readonly string[] = columns
  let texts = columns.map(() => distinctTexts())
  let places: readonly number[] = []
  let idPlace = -1
  const add = (rows: readonly string[][], numbers: readonly number[]): void => {
    rows.forEach((row, i) => {
      if ((row[0] ?? '') === '' && row.every((cell) => cell.trim() === '')) return
      ids.push(idPlace < 0 ? String(numbers[i] ?? ids.length + 1) : ownCopy(cleanText(row[idPlace] ?? '')))
      texts.forEach((text, column) => text.add(row[places[column] ?? -1] ?? ''))
    })
  }
  const begin = (path: string, { rows, numbers, named }: FirstRows): void => {
    const asked = [...(id === undefined ? [] : [id]), ...wanted]
    const { headers, below } = headerOf(rows, { asked, named })
    const placeOf = (header: string): number => {
      const place = headers.indexOf(header)
      if (place >= 0) return place
      throw new ProductError('mapping.headerNotFound', {
        file: basename(path),
        field: '--columns',
        header,
        headers: headers.join(', '),
      })
    }
    idPlace = id === undefined ? -1 : placeOf(id)
    if (wanted.length === 0) {
      wanted = headers.filter((header) => header !== id)
      texts = wanted.map(() => distinctTexts())
    }
    places = wanted.map(placeOf)
    add(rows.slice(below), numbers.slice(below))
  }
  return {
    add,
    begin,
    size: () => ids.length,
    table: (): IdentityTable => ({
      ids,
      columns: wanted.map((header, column) => ({ header, ...(texts[column] ?? distinctTexts()).column() })),
    }),
  }
}

/** The header: the first row that has all that was asked for, else what looks most like one. */
function headerOf(
  rows: readonly string[][],
  { asked, named }: { readonly asked: readonly string[]; readonly named: boolean },
): { readonly headers: readonly string[]; readonly below: number } {
  const clean = (row: readonly string[]): string[] => row.map((cell) => cleanText(cell).replace(/\s+/g, ' '))
  if (named) return { headers: distinctHeaders(clean(rows[0] ?? [])), below: 1 }
  const at = asked.length === 0 ? -1 : rows.findIndex((row) => asked.every((header) => clean(row).includes(header)))
  if (at >= 0) return { headers: distinctHeaders(clean(rows[at] ?? [])), below: at + 1 }
  return findHeader(rows)
}

function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
