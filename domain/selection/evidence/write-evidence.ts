import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { translator } from '@vitalfew/contract/locale.ts'
import type { Run } from '@vitalfew/contract/run.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { writeXlsx } from 'hucre/xlsx'
import { z } from 'zod'
import type { Override } from '../overrides/override.ts'
import type { GivenFigure } from '../figures/given-figure.ts'
import { keysOf } from '../results/named-accounts.query.ts'
import type { Rating } from '../ratings/rating.ts'
import { evidenceColumns, evidenceScores } from './evidence-scores.query.ts'
import { type EvidenceSheet, evidenceSheets, type SheetCell } from './evidence-sheets.ts'

export interface WriteEvidence {
  readonly run: Run
  readonly runId: string
  readonly model: SelectionModel
  readonly imports: readonly { readonly id: number; readonly sha256: string }[]
  readonly ratings: readonly Rating[]
  readonly overrides: readonly Override[]
  readonly figures: readonly GivenFigure[]
  /** Where a file of that name goes. */
  readonly path: (name: string) => string
}

/** Rows of the workbook's sheet of scores; scores.jsonl has them all. */
const scoresInWorkbook = 50_000
const everyAccount = Number.MAX_SAFE_INTEGER

/**
 * The evidence of a selection: evidence.xlsx to read, scores.jsonl with every account, and manifest.json with a digest over
 * all that is in them. What is hashed holds no clock and no name of a run: the same imports, model, scores and overrides
 * give the same digest again.
 */
export async function writeEvidence(warehouse: Warehouse, evidence: WriteEvidence): Promise<void> {
  const { run, runId, model, path } = evidence
  const columns = evidenceColumns(model)
  const scores = await writeScores(warehouse, { runId, model, path: path('scores.jsonl') })
  const listed = await scoreRows(warehouse, { runId, model, columns })
  const named = await keysOf(warehouse, { runId, names: evidence.figures.map(({ account }) => account) })
  const sheets = evidenceSheets({ ...evidence, found: new Set(named.keys()) })
  const parts = [
    ...sheets.map(({ key, rows }) => ({ name: key, rows: rows.length, sha256: sha256(JSON.stringify(rows)) })),
    { name: 'scores', ...scores },
  ]
  const manifest = {
    format: 1,
    model: `${model.name}@${model.version}`,
    asOf: run.run.asOf,
    parts,
    sha256: sha256(JSON.stringify(parts)),
  }
  await writeFile(path('manifest.json'), `${JSON.stringify({ ...manifest, run: runId }, null, 2)}\n`)
  const t = translator(run.run.locale)
  const manifestRows = [
    ['sha256', manifest.sha256],
    ...parts.map(({ name, rows, sha256: digest }) => [name, digest, rows]),
  ]
  const workbook = await writeXlsx({
    sheets: [
      ...sheets.map((sheet) => sheetOf(sheet)),
      sheetOf({ key: 'scores', title: t('selection.evidence.scores'), rows: [columns, ...listed], hasHeader: true }),
      sheetOf({ key: 'manifest', title: t('selection.evidence.manifest'), rows: manifestRows, hasHeader: false }),
    ],
  })
  await writeFile(path('evidence.xlsx'), workbook)
}

function sheetOf({ title, rows: all, hasHeader, shown = all.length }: EvidenceSheet) {
  const rows = all.slice(0, shown)
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  return {
    name: title,
    rows: rows.map((row) => [...row]),
    columns: Array.from({ length: width }, (_, index) => ({ width: index < 2 ? 28 : 16 })),
    ...(hasHeader ? { freezePane: { rows: 1, columns: 0 } } : {}),
  }
}

/** Every account as a line of JSON, hashed on its way to the disk. */
async function writeScores(
  warehouse: Warehouse,
  { runId, model, path }: { readonly runId: string; readonly model: SelectionModel; readonly path: string },
): Promise<{ rows: number; sha256: string }> {
  const stream = await scoreStream(warehouse, { runId, model, limit: everyAccount, format: 'JSONEachRow' })
  const hash = createHash('sha256')
  let rows = 0
  const counted = new PassThrough()
  counted.on('data', (bytes: Buffer) => {
    hash.update(bytes)
    for (const byte of bytes) if (byte === 10) rows++
  })
  await pipeline(stream, counted, createWriteStream(path))
  return { rows, sha256: hash.digest('hex') }
}

const Cells = z.array(z.union([z.string(), z.number(), z.null()]))

async function scoreRows(
  warehouse: Warehouse,
  {
    runId,
    model,
    columns,
  }: { readonly runId: string; readonly model: SelectionModel; readonly columns: readonly string[] },
): Promise<SheetCell[][]> {
  const stream = await scoreStream(warehouse, { runId, model, limit: scoresInWorkbook, format: 'JSONCompactEachRow' })
  const rows: SheetCell[][] = []
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    rows.push(Cells.parse(JSON.parse(line)).slice(0, columns.length))
  }
  return rows
}

function scoreStream(
  warehouse: Warehouse,
  request: { readonly runId: string; readonly model: SelectionModel; readonly limit: number; readonly format: string },
): Promise<Readable> {
  const { runId, model, limit, format } = request
  return warehouse.bytes(evidenceScores(model), { parameters: { runId, limit }, format })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
