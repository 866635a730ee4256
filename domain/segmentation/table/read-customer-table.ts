import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type TextTable, textTable } from '../../churn/index.ts'
import { headerKey } from '../../imports/index.ts'
import { columnFigures } from './column-figures.ts'
import { type TableColumn, tableColumn } from './column-kind.ts'
import { amountKeys, customerKeys, customerNameKeys, numberingHeader } from './column-lexicon.ts'
import type { SegmentTable, TableFeature } from './segment-table.ts'

export interface ReadCustomerTable {
  /** Header of the column that says what an account is worth; recognised where absent. */
  readonly amount?: string | undefined
  readonly currency?: string | undefined
  readonly signal?: AbortSignal | undefined
}

const mostSuggested = 12

/**
 * Reads a table with one row per customer, of any format that sales files may have.
 *
 * @throws ProductError `input.*`, `mapping.headerNotFound`
 */
export async function readCustomerTable(path: string, options: ReadCustomerTable): Promise<SegmentTable> {
  return customerTable(await textTable(path, { signal: options.signal }), options)
}

/** A table of texts as a table of accounts: who each row is about, and which columns are figures or categories. */
export function customerTable(table: TextTable, options: ReadCustomerTable): SegmentTable {
  const columns = table.headers.map((header, index) =>
    tableColumn(
      header,
      table.rows.map((row) => row[index] ?? ''),
    ),
  )
  const accountNames = columnNamed(columns, customerNameKeys.split(' '))
  const account = identifierOf(columns) ?? accountNames
  const amount = options.amount === undefined ? knownAmount(columns) : askedColumn(table, columns, options.amount)
  const rest = columns.filter((column) => column !== account && column !== accountNames)
  return {
    source: 'table',
    file: table.file,
    asOf: null,
    currency: options.currency ?? unstatedCurrency,
    accounts: account === undefined ? table.rows.map((_, i) => String(i + 1)) : account.texts,
    accountNames:
      accountNames === account || accountNames === undefined ? table.rows.map(() => '') : accountNames.texts,
    features: rest.map(featureOf),
    suggested: suggestedOf(rest),
    amount: amount === undefined ? null : { name: amount.header, values: amount.figures },
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
  return columns.find(
    ({ kind, texts }) => kind === 'name' && !texts.includes('') && new Set(texts).size === texts.length,
  )
}

/** The cells of the column whose header names customers. */
export function namedCustomer({ headers, rows }: TextTable): string[] | undefined {
  const keys = headers.map(headerKey)
  const place = customerKeys
    .split(' ')
    .map((key) => keys.indexOf(key))
    .find((index) => index >= 0)
  return place === undefined ? undefined : rows.map((row) => row[place] ?? '')
}

function knownAmount(columns: readonly TableColumn[]): TableColumn | undefined {
  const found = columnNamed(columns, amountKeys.split(' '))
  return found?.kind === 'figure' ? found : undefined
}

function askedColumn(table: TextTable, ...[columns, asked]: readonly [readonly TableColumn[], string]): TableColumn {
  const found = columns.find(({ header }) => headerKey(header) === headerKey(asked))
  // A column that hardly holds figures was not read as such.
  if (found !== undefined) return { ...found, figures: columnFigures(found.texts) }
  throw new ProductError('mapping.headerNotFound', {
    file: table.file,
    header: asked,
    headers: table.headers.join(', '),
  })
}

function featureOf({ header, kind, texts, figures }: TableColumn): TableFeature {
  if (kind === 'figure') return { kind, name: header, title: header, unit: 'number', values: figures }
  return { kind: 'category', name: header, title: header, labels: texts }
}

/** Figures that vary and are mostly known; whole numbers that all differ are taken for identifiers. */
function suggestedOf(columns: readonly TableColumn[]): string[] {
  const usable = columns.filter(({ kind, distinct, figures, header }) => {
    if (kind !== 'figure' || distinct < 2) return false
    const known = figures.filter((value) => !Number.isNaN(value)).length
    const isNumbering = distinct === figures.length && numberingHeader.test(header)
    return known * 2 >= figures.length && !isNumbering && !isCounting(figures)
  })
  return usable.slice(0, mostSuggested).map(({ header }) => header)
}

/** 1, 2, 3 …: the number of the row. */
function isCounting(figures: Float64Array): boolean {
  return figures.length > 2 && figures.every((value, i) => i === 0 || value === (figures[i - 1] ?? 0) + 1)
}
