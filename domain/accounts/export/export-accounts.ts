import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { accountFields } from '@vitalfew/contract/api/account-fields.ts'
import { type AccountField, accountFieldNames } from '@vitalfew/contract/api/account-filter.ts'
import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import { harmlessCell } from '@vitalfew/warehouse/harmless-cell.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { writeXlsxStream } from 'hucre/xlsx'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { type AccountSort, accountOrder } from '../list/account-order.ts'
import { refuseHidden } from '../list/hidden-fields.ts'
import {
  type AccountsWanted,
  type AccountSources,
  selectedAccounts,
  type SelectedAccounts,
} from '../list/selected-accounts.ts'
import { selectedTotals } from '../list/selected-totals.ts'
import { type AccountColumn, accountColumns } from '../rows/account-columns.ts'
import { segmentJoin, segmentParameters } from '../segments/segment-join.ts'
import { lastMonths } from '../rows/last-months.ts'

export interface ExportAccounts extends AccountsWanted {
  readonly format: 'csv' | 'xlsx'
  readonly columns?: readonly AccountField[] | undefined
  readonly sort: readonly AccountSort[]
  readonly withMonths: boolean
  readonly path: string
}

/**
 * Writes the accounts that a viewer means and may see to a file and returns how many they are. Hidden fields have no
 * column, not even when asked for; texts that a spreadsheet would run are made harmless.
 */
export async function exportAccounts(
  viewer: Viewer,
  sources: AccountSources,
  request: ExportAccounts,
): Promise<number> {
  const selected = await selectedAccounts(viewer, sources, request)
  const { run, hidden } = selected
  refuseHidden(
    request.sort.map(({ field }) => field),
    hidden,
  )
  const fields = (request.columns ?? accountFieldNames).filter((field) => !hidden.has(field))
  const t = translator(viewer.locale)
  const months = request.withMonths ? lastMonths(run.as_of).map((month) => month.slice(0, 7)) : []
  const headers = [...fields.map((field) => headerOf(field, t)), ...months]
  const rows = await cells(sources, selected, { ...request, fields })
  if (request.format === 'csv') await writeCsv(rows, { headers, path: request.path })
  else await writeXlsx(rows, { headers, path: request.path, sheetName: t('accounts.sheet') })
  return (await selectedTotals(sources.warehouse, selected)).total
}

const ownWords: ReadonlySet<string> = new Set([
  'tags',
  'segments',
  'department',
  'region',
  'salesperson',
  'channel',
  'industry',
  'revenueLast12Months',
])

function headerOf(field: AccountField, t: Translate): string {
  return ownWords.has(field) ? t(`accounts.field.${field}`) : t(`analysis.column.${field}`)
}

async function cells(
  { warehouse }: AccountSources,
  { where, parameters, segmentations }: SelectedAccounts,
  request: Pick<ExportAccounts, 'format' | 'sort' | 'withMonths'> & { readonly fields: readonly AccountField[] },
): Promise<Readable> {
  const { fields, withMonths, sort, format } = request
  const months = withMonths ? Array.from({ length: 24 }, (_, slot) => `a.monthly_revenue[${slot + 1}]`) : []
  const columns = [...fields.map(cell), ...months].map((column, index) => `${column} AS c${index}`)
  const query = defineQuery({
    name: 'export-accounts',
    parameters: z.record(z.string(), z.unknown()),
    row: z.unknown(),
    sql: `
SELECT ${columns.join(', ')}
FROM account_row AS a
${fields.includes('tags') ? tagJoin : ''}
${fields.includes('segments') ? segmentJoin : ''}
WHERE ${where}
ORDER BY ${accountOrder(sort)}`,
  })
  return warehouse.bytes(query, {
    parameters: { ...parameters, ...segmentParameters(segmentations) },
    format: format === 'csv' ? 'CSV' : 'JSONCompactEachRow',
  })
}

function cell(field: AccountField): string {
  if (field === 'tags') return harmlessCell("arrayStringConcat(t.tags, ' ')")
  if (field === 'segments') return harmlessCell("arrayStringConcat(s.segments, '; ')")
  return isText(field) ? harmlessCell(`ifNull(${accountColumns[field]}, '')`) : shown(field)
}

function shown(field: AccountColumn): string {
  return accountFields[field].kind === 'day' ? `toString(${accountColumns[field]})` : accountColumns[field]
}

function isText(field: AccountField): boolean {
  const { kind } = accountFields[field]
  return kind === 'text' || kind === 'choice'
}

const tagJoin = `LEFT JOIN (
  SELECT account_key, arraySort(groupArray(name)) AS tags
  FROM (
    SELECT name, account_key FROM account_mark WHERE kind = 'tag'
    GROUP BY name, account_key HAVING argMax(is_set, sequence) = 1
  )
  GROUP BY account_key
) AS t ON t.account_key = a.account_key`

interface TableFile {
  readonly headers: readonly string[]
  readonly path: string
}

async function writeCsv(rows: Readable, { headers, path }: TableFile): Promise<void> {
  const head = Readable.from([`\uFEFF${headers.map(quoted).join(',')}\r\n`])
  await pipeline(joined([head, rows]), createWriteStream(path, { mode: 0o600 }))
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function writeXlsx(rows: Readable, file: TableFile & { readonly sheetName: string }): Promise<void> {
  const workbook = writeXlsxStream(sheetRows(rows), {
    name: file.sheetName,
    columns: file.headers.map((header, index) => ({ header, width: index < 2 ? 24 : 14 })),
    freezePane: { rows: 1, columns: 1 },
  })
  await pipeline(workbook, createWriteStream(file.path, { mode: 0o600 }))
}

const Cells = z.array(z.union([z.string(), z.number(), z.null()]))

async function* sheetRows(rows: Readable): AsyncGenerator<(string | number | null)[]> {
  for await (const line of createInterface({ input: rows, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield Cells.parse(JSON.parse(line))
  }
}

async function* joined(streams: readonly Readable[]): AsyncGenerator {
  for (const stream of streams) yield* stream
}
