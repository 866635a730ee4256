import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { writeXlsxStream } from 'hucre/xlsx'
import { z } from 'zod'
import { accountColumns } from './account-columns.ts'
import { accountCells } from './account-rows.query.ts'

export interface WriteAccountFile {
  readonly runId: string
  readonly asOf: string
  readonly currency: string
  readonly path: string
}

const byteOrderMark = '\uFEFF'

/** accounts.csv: every account of a run with every figure, UTF-8 with a byte order mark, as spreadsheets expect it. */
export async function writeAccountsCsv(warehouse: Warehouse, file: WriteAccountFile): Promise<void> {
  const rows = await cells(warehouse, file, 'CSV')
  const head = Readable.from([`${byteOrderMark}${accountColumns(file.asOf).join(',')}\r\n`])
  await pipeline(joined([head, rows]), createWriteStream(file.path))
}

/** accounts.xlsx: the same rows as a workbook with real numbers, a frozen header and a filter-ready table. */
export async function writeAccountsXlsx(
  warehouse: Warehouse,
  file: WriteAccountFile & { readonly sheetName: string; readonly headers: readonly string[] },
): Promise<void> {
  const rows = await cells(warehouse, file, 'JSONCompactEachRow')
  const workbook = writeXlsxStream(sheetRows(rows), {
    name: file.sheetName,
    columns: file.headers.map((header, index) => ({ header, width: index < 2 ? 24 : 14 })),
    freezePane: { rows: 1, columns: 1 },
  })
  await pipeline(workbook, createWriteStream(file.path))
}

function cells(warehouse: Warehouse, file: WriteAccountFile, format: string): Promise<Readable> {
  const parameters = { runId: file.runId }
  return warehouse.bytes(accountCells, { parameters, format })
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
