import { z } from 'zod'
import { CellFix, DateOrder, RejectionReason, SetAsideReason } from './imports.ts'
import { ImportKind, RecordKind } from './record-kinds.ts'

/** One file of records taken in: how it was understood, and what became of every row. */
export const RecordSummary = z.object({
  file: z.string(),
  kind: RecordKind,
  encoding: z.string(),
  sheet: z.string().nullable(),
  /** Rows below the header. rows = accepted + rejected + setAside. */
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  setAside: z.int().nonnegative(),
  /** Field → header it was read from. */
  mapping: z.record(z.string(), z.string()),
  /** Field → how sure the recognition is, 0..1. */
  confidence: z.record(z.string(), z.number().min(0).max(1)),
  /** Field → factor its numbers were multiplied by, from a unit in the header. */
  units: z.record(z.string(), z.number()),
  /** Of its first field of days. */
  dateOrder: DateOrder,
  leftOut: z.array(
    z.object({ reason: z.union([RejectionReason, SetAsideReason]), rows: z.int().positive(), firstRow: z.int() }),
  ),
  /** Cells that are not needed and could not be read: left empty, the row kept. */
  unread: z.array(z.object({ field: z.string(), cells: z.int().positive(), firstRow: z.int(), value: z.string() })),
  unusedHeaders: z.array(z.string()),
  /** Cells that a person has put right; left out where there are none. */
  fixes: z.array(CellFix).optional(),
})
export type RecordSummary = z.infer<typeof RecordSummary>

/** What the rows of an import reach over and come to. Money is in the currency of the lines. */
export const ImportExtent = z.object({
  rows: z.int().nonnegative(),
  customers: z.int().nonnegative(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  /** Of sales: net revenue without cancelled lines, and the profit of those lines that know it. */
  netRevenue: z.number(),
  grossProfit: z.number(),
  currencies: z.array(z.string()),
})
export type ImportExtent = z.infer<typeof ImportExtent>

/** A word that a person put in the place of another one, wherever it stands in a column. */
export const ValueFix = z.object({ column: z.string().min(1), from: z.string(), to: z.string() })
export type ValueFix = z.infer<typeof ValueFix>

/** How a source is read; the next file of the source is read likewise unless somebody says otherwise. */
export const ReadingSettings = z.object({
  /** Field → header, as a person said. */
  map: z.record(z.string(), z.string()).optional(),
  sheet: z.string().optional(),
  /** The currency of amounts that name none. */
  currency: z.string().optional(),
  /** The currency amounts are turned into, by the rates that were imported. */
  into: z.string().optional(),
  /** Tax that amounts contain, as a share: 0.13. */
  taxIncluded: z.number().min(0).max(1).optional(),
  dropDuplicates: z.boolean().optional(),
  fixes: z.array(ValueFix).optional(),
})
export type ReadingSettings = z.infer<typeof ReadingSettings>

/** Where rows come from that are in no file: how to get there, never the secret that opens the door. */
export const ImportOrigin = z.object({
  /** Address without a password; `{env:NAME}` or `{file:PATH}` stands where a secret goes. */
  from: z.string(),
  query: z.string(),
  /** Column whose values only grow: the next time only rows beyond the highest one are asked for. */
  highWater: z.object({ column: z.string(), value: z.string().nullable() }).optional(),
})
export type ImportOrigin = z.infer<typeof ImportOrigin>

export const columnTypes = ['empty', 'text', 'figure', 'day'] as const

/** What the log keeps of an import beside its summary. */
export const ImportDetail = z.object({
  settings: ReadingSettings,
  origin: ImportOrigin.nullable(),
  extent: ImportExtent,
  /** The headers of the file and what stands below them, to be compared with the next file of the source. */
  columns: z.array(z.object({ header: z.string(), type: z.enum(columnTypes) })),
})
export type ImportDetail = z.infer<typeof ImportDetail>

/** One import of any kind, as `vitalfew imports` tells it. */
export const ImportLogEntry = z.object({
  id: z.int(),
  kind: ImportKind,
  source: z.string(),
  file: z.string(),
  sha256: z.string(),
  /** `current` counts; `undone` was taken out by a person; `replaced` had to make room for another import. */
  state: z.enum(['current', 'undone', 'replaced']),
  importedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** The import on whose behalf this one was made, taken out or put back; null where it stands for itself. */
  cause: z.int().nullable(),
  rows: z.int(),
  rejected: z.int(),
  detail: ImportDetail.nullable(),
})
export type ImportLogEntry = z.infer<typeof ImportLogEntry>

/** How a file differs from the one that its source sent before. */
export const driftKinds = [
  'columnGone',
  'columnRenamed',
  'columnNew',
  'typeChanged',
  'unitChanged',
  'encodingChanged',
  'rowsFarOff',
  'moneyFarOff',
] as const

export const ImportDrift = z.object({
  kind: z.enum(driftKinds),
  /** The header it is about, '' where it is about the file. */
  column: z.string(),
  before: z.string(),
  after: z.string(),
  /** Whether somebody has to accept it before anything is taken in. */
  isSerious: z.boolean(),
})
export type ImportDrift = z.infer<typeof ImportDrift>

/** What becomes of a period that an earlier import of the same source covers already. */
export const overlapPolicies = ['replace', 'append', 'skip'] as const
export const OverlapPolicy = z.enum(overlapPolicies)
export type OverlapPolicy = z.infer<typeof OverlapPolicy>

/** How the rows of a file compare with what is there in the same period, or under the same keys. */
export const RowComparison = z.object({
  /** Not there yet. */
  added: z.int(),
  /** There already, in every field alike. */
  same: z.int(),
  /** There under the same key, with other values. */
  changed: z.int(),
  /** There in the period of the file, and not in the file. */
  gone: z.int(),
  /** Of customers that no sale speaks of. */
  unknownCustomers: z.int(),
})
export type RowComparison = z.infer<typeof RowComparison>

/** What an import did, or would do. */
export const ImportOutcome = z.object({
  /** 0 where nothing was taken in. */
  id: z.int(),
  kind: ImportKind,
  source: z.string(),
  file: z.string(),
  state: z.enum(['imported', 'preview', 'known']),
  rows: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  setAside: z.int(),
  mapping: z.record(z.string(), z.string()),
  unusedHeaders: z.array(z.string()),
  unread: RecordSummary.shape.unread,
  extent: ImportExtent,
  comparison: RowComparison,
  /** Earlier imports that cover a part of the same period. */
  overlaps: z.array(z.object({ id: z.int(), file: z.string(), firstDay: z.iso.date(), lastDay: z.iso.date() })),
  overlapPolicy: OverlapPolicy.nullable(),
  drift: z.array(ImportDrift),
  /** Lines whose profit follows from the costs of products, and lines whose money was turned into another currency. */
  profitFromProducts: z.int(),
  converted: z.int(),
  /** Lines in a currency for which there is no rate on their day: left as they are. */
  withoutRate: z.int(),
})
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** What all current imports of a kind come to. */
export const ImportTotals = z.object({ rows: z.int(), netRevenue: z.number(), grossProfit: z.number() })
export type ImportTotals = z.infer<typeof ImportTotals>

/** The answer of `vitalfew import`. */
export const ImportReport = z.object({
  isPreview: z.boolean(),
  before: ImportTotals,
  after: ImportTotals,
  files: z.array(ImportOutcome),
})
export type ImportReport = z.infer<typeof ImportReport>
