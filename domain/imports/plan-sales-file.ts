import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ValueFix } from '@vitalfew/contract/import-log.ts'
import { type CellFix, salesFields, type SalesField } from '@vitalfew/contract/imports.ts'
import { inputLimits } from './input-limits.ts'
import { columnStyles, type ColumnStyles } from './header/column-styles.ts'
import { distinctHeaders, findHeader } from './header/find-header.ts'
import { givenColumns, type FieldOverrides } from './header/given-columns.ts'
import { headerUnit } from './header/header-unit.ts'
import { requireFields } from './header/require-fields.ts'
import { recogniseHeaders, type FieldColumns, type FieldNumbers } from './header/recognise-headers.ts'
import { returnedColumns } from './rejected/rejected-columns.ts'
import { openSource, type OpenSourceRequest } from './open-source.ts'
import { replacedValues } from './reading/replaced-values.ts'
import { correctedRows, correctionsOf, fixedSource } from './rows/fixed-source.ts'
import type { RowBatch, TableSource } from './sheets/table-source.ts'

export interface PlanRequest extends OpenSourceRequest {
  /** Field → header, as the user says. */
  readonly overrides?: FieldOverrides | undefined
  /** What a person has put right in single cells. */
  readonly fixes?: readonly CellFix[] | undefined
  /** Words that stand for others wherever they fill a cell of a column. */
  readonly valueFixes?: readonly ValueFix[] | undefined
}

/** Everything that is found out about a sales file before any of its rows is converted. */
export interface SalesFilePlan extends ColumnStyles {
  readonly path: string
  readonly file: string
  readonly source: TableSource
  /** Row of the header (its first row), 0 when the file has none. */
  readonly headerRow: number
  /** First row below the header. */
  readonly firstRow: number
  readonly headers: readonly string[]
  readonly columns: FieldColumns
  readonly mapping: Partial<Record<SalesField, string>>
  readonly confidence: FieldNumbers
  readonly units: FieldNumbers
  /** The column of a price that is not read, for the amount says it all, but that the amount can be compared with. */
  readonly statedPrice: number | null
  /** Currency named by a header, '' when none is. */
  readonly currency: string
  readonly unusedHeaders: readonly string[]
  /** Columns at the left that an earlier rejected.csv has put there; they are no part of the table. */
  readonly returnedColumns: number
  readonly sampledRows: number
  /** Cells that a person has put right; the source gives them as they are now. */
  readonly fixes: readonly CellFix[]
}

/** Rows that are looked at for types and styles; the votes read on where these leave something open. */
const sampleRows = 5_000

/**
 * Plans the reading of a sales file: format, encoding, delimiter, header, columns and how they are written.
 *
 * @throws ProductError `input.*` for the file's faults, `mapping.*` when a needed column is not found.
 */
export async function planSalesFile(request: PlanRequest): Promise<SalesFilePlan> {
  const asItIs = await openSource(request)
  const file = basename(request.path)
  const sample = await readSample(asItIs, request.signal)
  const { headers, at, below } = asItIs.named ? namedHeader(sample.rows) : findHeader(sample.rows)
  if (headers.length > inputLimits.columns) {
    throw new ProductError('input.tooManyColumns', { file, columns: headers.length, limit: inputLimits.columns })
  }
  const { fixes = [] } = request
  const corrections = correctionsOf(fixes, { headers, file })
  const replaced = replacedValues(request.valueFixes ?? [], { headers })
  const source = replaced.source(fixedSource(asItIs, corrections))
  const rows = replaced.rows(
    correctedRows({ rows: sample.rows.slice(below), numbers: sample.numbers.slice(below) }, corrections),
  )
  if (!rows.some((row) => row.some((cell) => cell.trim() !== '')))
    throw new ProductError('input.noRows', { file, path: request.path })
  const samples = headers.map((_, column) => rows.map((row) => row[column] ?? ''))
  const ours = returnedColumns(headers)
  const recognition = recogniseHeaders({
    headers,
    samples,
    skipped: ours,
    given: givenColumns(request.overrides ?? {}, { headers, file }),
  })
  requireFields(recognition, { headers, file })
  const columns = usedColumns(recognition.columns)
  const styles = await columnStyles({
    columns,
    headers,
    samples,
    source,
    skip: sample.numbers[below] ?? 1,
    signal: request.signal,
  })
  return {
    ...styles,
    path: request.path,
    file,
    source,
    headers,
    columns,
    statedPrice: statedPrice(recognition.columns),
    headerRow: at === -1 ? 0 : (sample.numbers[at] ?? 1),
    firstRow: sample.numbers[below] ?? 1,
    ...describeMapping(columns, { headers, confidence: recognition.confidence }),
    returnedColumns: ours,
    sampledRows: rows.length,
    fixes,
  }
}

export async function readSample(
  source: TableSource,
  signal?: AbortSignal,
): Promise<Pick<RowBatch, 'rows' | 'numbers'>> {
  const rows: string[][] = []
  const numbers: number[] = []
  for await (const batch of source.rows(signal)) {
    for (const row of batch.rows) rows.push(row)
    for (const number of batch.numbers) numbers.push(number)
    if (rows.length >= sampleRows) break
  }
  return { rows: rows.slice(0, sampleRows), numbers }
}

export function namedHeader(rows: readonly string[][]): { headers: string[]; at: number; below: number } {
  return { headers: distinctHeaders(rows[0] ?? []), at: 0, below: 1 }
}

/** What the amount already contains is not read again: price and discount would be applied twice. */
function usedColumns(columns: FieldColumns): FieldColumns {
  if (columns.amount === undefined) return columns
  const { unitPrice: _price, discount: _discount, ...used } = columns
  return used
}

/** With a discount of its own a row may state its amount before or after it: it is not compared. */
function statedPrice({ amount, quantity, unitPrice, discount }: FieldColumns): number | null {
  return amount === undefined || quantity === undefined || discount !== undefined ? null : (unitPrice ?? null)
}

function describeMapping(
  columns: FieldColumns,
  { headers, confidence }: { headers: readonly string[]; confidence: FieldNumbers },
): Pick<SalesFilePlan, 'mapping' | 'confidence' | 'units' | 'currency' | 'unusedHeaders'> {
  const mapping: Partial<Record<SalesField, string>> = {}
  const sureness: FieldNumbers = {}
  const units: FieldNumbers = {}
  let currency = ''
  for (const field of salesFields) {
    const column = columns[field]
    if (column === undefined) continue
    const header = headers[column] ?? ''
    mapping[field] = header
    sureness[field] = confidence[field] ?? 0
    if (!money.has(field)) continue
    const unit = headerUnit(header)
    if (unit.factor !== 1) units[field] = unit.factor
    currency ||= unit.currency
  }
  const used = new Set(Object.values(columns))
  return {
    mapping,
    confidence: sureness,
    units,
    currency,
    unusedHeaders: headers.filter((_, column) => !used.has(column)),
  }
}

const money: ReadonlySet<SalesField> = new Set(['amount', 'unitPrice', 'cost', 'unitCost', 'grossProfit', 'quantity'])
