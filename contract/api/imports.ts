import { z } from 'zod'
import { ImportDrift, ImportExtent, OverlapPolicy, RecordSummary } from '../import-log.ts'
import { CellFix, DateOrder, ImportSummary, RejectionReason, SetAsideReason } from '../imports.ts'
import { ImportKind } from '../record-kinds.ts'
import { SourceName, SourceSettings } from './import-sources.ts'
import { Instant, JobStarted } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const tags = ['imports']
const stewards = { access: ['administrator', 'analyst'] } as const
const readers = { access: ['administrator', 'analyst'], keyScope: 'read' } as const

/** A file that was sent to `POST /api/uploads` and waits; forgotten after a day unless it is imported. */
export const Upload = z
  .object({ id: z.uuid(), file: z.string(), bytes: z.int(), sha256: z.string(), uploadedAt: Instant })
  .meta({ id: 'Upload' })
export type Upload = z.infer<typeof Upload>

/** How a file is to be read. What is left out is found out. */
export const ReadingOfFile = z.object({
  uploadId: z.uuid(),
  sheet: z.string().max(200).optional(),
  /** Field of the kind → header, where a person says so. */
  mapping: z.record(z.string().max(100), z.string().max(1000)).optional(),
  fixes: z.array(CellFix).max(1000).optional(),
  /** Reject rows that repeat an earlier row of the file in every cell. */
  dropDuplicates: z.boolean().optional(),
})
export type ReadingOfFile = z.infer<typeof ReadingOfFile>

/** What files hold and which system they come from: what is remembered of the source is how they are read. */
export const OriginOfFiles = z.object({
  kind: ImportKind.default('sales'),
  /** '' where nobody gave it a name; then nothing is remembered. */
  source: SourceName.or(z.literal('')).default(''),
  /** How the files are read, beside what is remembered. */
  settings: SourceSettings.default({}),
})
export type OriginOfFiles = z.infer<typeof OriginOfFiles>

/** A row that would not become a sale: why, and its cells under the headers. */
export const RowLeftOut = z
  .object({
    row: z.int(),
    reason: z.union([RejectionReason, SetAsideReason]),
    /** True for a fault of the row; false for titles, totals and blanks, which are no data. */
    isRejected: z.boolean(),
    /** Header of the column at fault. */
    column: z.string().nullable(),
    value: z.string().nullable(),
    cells: z.array(z.string()),
  })
  .meta({ id: 'RowLeftOut' })
export type RowLeftOut = z.infer<typeof RowLeftOut>

/** How a file would be read, and what would become of its rows. Nothing has been written. */
export const ImportPlan = z
  .object({
    kind: ImportKind,
    /** What a column can mean, in the order in which a person checks it. */
    fields: z.array(z.object({ field: z.string(), isNeeded: z.boolean() })),
    file: z.string(),
    format: z.string(),
    encoding: z.string(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    headerRow: z.int(),
    headers: z.array(z.string()),
    mapping: RecordSummary.shape.mapping,
    confidence: RecordSummary.shape.confidence,
    units: RecordSummary.shape.units,
    unusedHeaders: z.array(z.string()),
    /** Fields without which nothing can be read and for which no column was found: name one in `mapping`. */
    missing: z.array(z.object({ field: z.string(), guess: z.string().nullable() })),
    dateOrder: DateOrder.nullable(),
    /** First rows below the header, with the fixes in them. */
    preview: z.array(z.object({ row: z.int(), cells: z.array(z.string()), fixed: z.array(z.string()) })),
    /** Counts over what was looked at: the whole file, or its beginning where that would take long. */
    looked: z.object({ rows: z.int(), isWholeFile: z.boolean() }),
    accepted: z.int(),
    rejected: z.int(),
    setAside: z.int(),
    /** Rows that repeat an earlier one in every cell. */
    duplicates: z.int(),
    leftOut: ImportSummary.shape.leftOut,
    /** The first of them. */
    rowsLeftOut: z.array(RowLeftOut),
    totals: z.object({
      /** Of sales. */
      netRevenue: z.number(),
      firstDay: z.iso.date().nullable(),
      lastDay: z.iso.date().nullable(),
      customers: z.int(),
    }),
    /** Cells that are not needed and cannot be read: they stay empty, their rows are kept. */
    unread: RecordSummary.shape.unread,
    /** The import that has the same bytes already. */
    sameAs: z.object({ importId: z.int(), file: z.string(), isReadAlike: z.boolean() }).nullable(),
  })
  .meta({ id: 'ImportPlan' })
export type ImportPlan = z.infer<typeof ImportPlan>

/** What became of a file, whatever it holds. */
export const FileSummary = ImportSummary.omit({ corrects: true }).extend({
  mapping: RecordSummary.shape.mapping,
  confidence: RecordSummary.shape.confidence,
  units: RecordSummary.shape.units,
})
export type FileSummary = z.infer<typeof FileSummary>

export const ImportEntry = z
  .object({
    id: z.int(),
    kind: ImportKind,
    source: z.string(),
    file: z.string(),
    state: z.enum(['current', 'undone', 'replaced']),
    at: Instant,
    undoneAt: Instant.nullable(),
    importedBy: z.string(),
    fixes: z.array(CellFix),
    summary: FileSummary,
    /** What its rows reach over; null where that was not kept. */
    extent: ImportExtent.nullable(),
    /** How it differs from the file that its source sent before. */
    drift: z.array(ImportDrift),
    /** True where its rejected rows can be had as a file. */
    hasRejectedFile: z.boolean(),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
  })
  .meta({ id: 'ImportEntry' })
export type ImportEntry = z.infer<typeof ImportEntry>

const OneImport = z.object({ id: z.coerce.number().int().positive().max(4_000_000_000) })

/** Files of one kind and one source, and what becomes of what is there already. */
export const StartImport = OriginOfFiles.extend({
  files: z.array(ReadingOfFile).min(1).max(50),
  /** Of days that an earlier import of the source covers; without it the job stops and says so. */
  onOverlap: OverlapPolicy.optional(),
  /** Takes in a file that differs from the last one of its source. */
  acceptDrift: z.boolean().optional(),
  /** Finds out what would happen and leaves everything as it is: the job's `preview` tells. */
  isPreview: z.boolean().optional(),
})
export type StartImport = z.infer<typeof StartImport>

/**
 * Files in. Sending the bytes is no part of this: `POST /api/uploads?file=NAME` takes them as the body and answers
 * with an `Upload`. `GET /api/imports/{id}/rejected.csv` gives the rows that were left out.
 */
export const importsApi = {
  plan: route(stewards)
    .route({ method: 'POST', path: '/imports/plan', summary: 'How a file would be read; writes nothing', tags })
    .input(ReadingOfFile.extend(OriginOfFiles.shape))
    .output(ImportPlan),
  start: route(stewards)
    .route({ method: 'POST', path: '/imports', summary: 'Take files in, all or none', tags, successStatus: 202 })
    .input(StartImport)
    .output(JobStarted),
  list: route(readers)
    .route({ method: 'GET', path: '/imports', summary: 'Imports, newest first', tags })
    .input(PageRequest.extend({ kind: ImportKind.optional() }))
    .output(pageOf(ImportEntry)),
  undo: route(stewards)
    .route({
      method: 'POST',
      path: '/imports/{id}/undo',
      summary: 'Take an import out of every figure; a run follows',
      tags,
      successStatus: 202,
    })
    .input(OneImport)
    .output(JobStarted),
  redo: route(stewards)
    .route({
      method: 'POST',
      path: '/imports/{id}/redo',
      summary: 'Take an undone import in again; a run follows',
      tags,
      successStatus: 202,
    })
    .input(OneImport)
    .output(JobStarted),
}

export { CellFix }
