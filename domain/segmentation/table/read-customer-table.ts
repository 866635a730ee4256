import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { headerKey } from '../../imports/index.ts'
import { columnFigures } from './column-figures.ts'
import { knownFigures, type TableColumn, tableColumn } from './column-kind.ts'
import { amountKeys, customerKeys, customerNameKeys, numberingHeader } from './column-lexicon.ts'
import { type ColumnTable, columnTable } from './column-table.ts'
import { repeatedTexts } from './repeated-texts.ts'
import type { SegmentTable, TableFeature } from './segment-table.ts'
import type { WrittenColumn } from './written-column.ts'

export interface ReadCustomerTable {
  /** Header of the column that says what an account is worth; recognised where absent. */
  readonly amount?: string | undefined
  readonly currency?: string | undefined
  readonly signal?: AbortSignal | undefined
}

const mostSuggested = 12

/**
 * Reads a table with one row per customer, of any format that sales files may have: who each row is about, and which
 * columns are figures or categories.
 *
 * @throws ProductError `input.*`, `mapping.headerNotFound`
 */
export async function readCustomerTable(path: string, options: ReadCustomerTable): Promise<SegmentTable> {
  const table = await columnTable(path, options.signal)
  const rows = table.columns[0]?.length ?? 0
  const columns = table.columns.map((column, index) => tableColumn(table.headers[index] ?? '', column))
  const accountNames = columnNamed(columns, customerNameKeys.split(' '))
  const account = identifierOf(columns) ?? accountNames
  const rest = columns.filter((column) => column !== account && column !== accountNames)
  return {
    source: 'table',
    file: table.file,
    asOf: null,
    currency: options.currency ?? unstatedCurrency,
    accounts: account === undefined ? Array.from({ length: rows }, (_, i) => String(i + 1)) : account.written,
    accountNames:
      accountNames === account || accountNames === undefined
        ? Array.from({ length: rows }, () => '')
        : accountNames.written,
    features: rest.map(featureOf),
    suggested: suggestedOf(rest),
    amount: options.amount === undefined ? knownAmount(columns) : askedAmount(table, options.amount),
  }
}

function columnNamed(columns: readonly TableColumn[], keys: readonly string[]): TableColumn | undefined {
  return keys
    .map((key) => columns.find(({ header }) => headerKey(header) === key))
    .find((column) => column !== undefined)
}

/** The column that names each customer once: by its header, or because no text in it repeats. */
function identifierOf(columns: readonly TableColumn[]): TableColumn | undefined {
  const named = columnNamed(columns, customerKeys.split(' '))
  if (named !== undefined) return named
  return columns.find(({ kind, written }) => kind === 'name' && written.unknown === 0 && repeatedTexts(written) === 0)
}

/** The column whose header names customers. */
export function namedCustomer({ headers, columns }: ColumnTable): WrittenColumn | undefined {
  const keys = headers.map(headerKey)
  const place = customerKeys
    .split(' ')
    .map((key) => keys.indexOf(key))
    .find((index) => index >= 0)
  return place === undefined ? undefined : columns[place]
}

function knownAmount(columns: readonly TableColumn[]): SegmentTable['amount'] {
  const found = columnNamed(columns, amountKeys.split(' '))
  return found?.kind === 'figure' ? { name: found.header, values: found.figures } : null
}

function askedAmount({ file, headers, columns }: ColumnTable, asked: string): SegmentTable['amount'] {
  const place = headers.findIndex((header) => headerKey(header) === headerKey(asked))
  const [name, column] = [headers[place], columns[place]]
  if (name !== undefined && column !== undefined) return { name, values: columnFigures(column) }
  throw new ProductError('mapping.headerNotFound', { file, header: asked, headers: headers.join(', ') })
}

function featureOf({ header, kind, written, figures }: TableColumn): TableFeature {
  if (kind === 'figure') return { kind, name: header, title: header, unit: 'number', values: figures }
  let known: string[] | undefined
  return {
    kind: 'category',
    name: header,
    title: header,
    // Of the many columns that a table may have few are asked for.
    get labels() {
      return (known ??= Array.from({ length: written.length }, (_, row) => written.at(row)))
    },
  }
}

/** Figures that vary and are mostly known; whole numbers that all differ are taken for identifiers. */
function suggestedOf(columns: readonly TableColumn[]): string[] {
  const usable = columns.filter(({ kind, figures, header }) => {
    if (kind !== 'figure' || !varies(figures)) return false
    const isNumbering = numberingHeader.test(header) && allDiffer(figures)
    return 2 * knownFigures(figures) >= figures.length && !isNumbering && !isCounting(figures)
  })
  return usable.slice(0, mostSuggested).map(({ header }) => header)
}

function varies(figures: Float64Array): boolean {
  const first = figures.find((value) => !Number.isNaN(value))
  return figures.some((value) => !Number.isNaN(value) && value !== first)
}

/** Whether all are known and none is there twice. */
function allDiffer(figures: Float64Array): boolean {
  return figures.toSorted().every((value, i, sorted) => !Number.isNaN(value) && value !== sorted[i - 1])
}

/** 1, 2, 3 …: the number of the row. */
function isCounting(figures: Float64Array): boolean {
  return figures.length > 2 && figures.every((value, i) => i === 0 || value === (figures[i - 1] ?? 0) + 1)
}
