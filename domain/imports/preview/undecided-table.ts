import { basename } from 'node:path'
import { type SalesField, salesFields } from '@vitalfew/contract/imports.ts'
import { findHeader } from '../header/find-header.ts'
import { givenColumns } from '../header/given-columns.ts'
import { type Recognition, recogniseHeaders } from '../header/recognise-headers.ts'
import { openSource } from '../open-source.ts'
import { namedHeader, type PlanRequest, readSample } from '../plan-sales-file.ts'
import { returnedColumns } from '../rejected/rejected-columns.ts'
import { checkedFields } from './checked-fields.ts'
import type { FilePreview } from './preview-sales-file.ts'
import { shownSource } from './shown-source.ts'

const shownRows = 30

/** A table of which it is not known what a needed column is: its headers, its first rows, and what comes near. */
export async function undecidedTable(request: PlanRequest): Promise<FilePreview> {
  const source = await openSource(request)
  const file = basename(request.path)
  const sample = await readSample(source, request.signal)
  const { headers, at, below } = source.named ? namedHeader(sample.rows) : findHeader(sample.rows)
  const rows = sample.rows.slice(below)
  const ours = returnedColumns(headers)
  const recognition = recogniseHeaders({
    headers,
    samples: headers.map((_, column) => rows.map((row) => row[column] ?? '')),
    skipped: ours,
    given: givenColumns(request.overrides ?? {}, { headers, file }),
  })
  const named = namedFields(recognition, headers)
  const used = new Set(Object.values(recognition.columns))
  return {
    kind: 'sales',
    fields: checkedFields,
    file,
    ...shownSource(source),
    headerRow: at === -1 ? 0 : (sample.numbers[at] ?? 1),
    headers: headers.slice(ours),
    ...named,
    unread: [],
    units: {},
    unusedHeaders: headers.filter((_, column) => column >= ours && !used.has(column)),
    dateOrder: null,
    preview: rows.slice(0, shownRows).map((cells, index) => ({
      row: sample.numbers[below + index] ?? 0,
      cells: cells.slice(ours),
      fixed: [],
    })),
    looked: { rows: rows.length, isWholeFile: false },
    accepted: 0,
    rejected: 0,
    setAside: 0,
    duplicates: 0,
    leftOut: [],
    rowsLeftOut: [],
    totals: { netRevenue: 0, firstDay: null, lastDay: null, customers: 0 },
  }
}

function namedFields(
  { columns, confidence, guesses }: Recognition,
  headers: readonly string[],
): Pick<FilePreview, 'mapping' | 'confidence' | 'missing'> {
  const mapping: Partial<Record<SalesField, string>> = {}
  for (const field of salesFields) {
    const column = columns[field]
    if (column !== undefined) mapping[field] = headers[column] ?? ''
  }
  const hasAmount = columns.amount !== undefined || (columns.quantity !== undefined && columns.unitPrice !== undefined)
  const missing = (['customer', 'date', 'amount'] as const)
    .filter((field) => (field === 'amount' ? !hasAmount : columns[field] === undefined))
    .map((field) => ({ field, guess: guessed(guesses[field], headers) }))
  return { mapping: { ...mapping }, confidence: { ...confidence }, missing }
}

function guessed(column: number | undefined, headers: readonly string[]): string | null {
  return column === undefined ? null : (headers[column] ?? null)
}
