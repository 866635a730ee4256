import { exportsApi } from '@vitalfew/contract/api/exports.ts'
import { SourceName } from '@vitalfew/contract/api/import-sources.ts'
import { StartImport } from '@vitalfew/contract/api/imports.ts'
import type { JobKind } from '@vitalfew/contract/api/jobs.ts'
import { TrialRequest } from '@vitalfew/contract/api/segments.ts'
import { AccountLevel } from '@vitalfew/contract/identity.ts'
import { locales } from '@vitalfew/contract/locale.ts'
import { FixRule, StepAction } from '@vitalfew/contract/quality.ts'
import { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import { Measure } from '@vitalfew/contract/run.ts'
import { z } from 'zod'

/** What somebody decided about doubtful lines. */
export const QualityInput = z.object({
  action: StepAction,
  check: z.string(),
  rule: FixRule,
  source: z.string().optional(),
  undoes: z.int().optional(),
  reason: z.string(),
})
export type QualityInput = z.infer<typeof QualityInput>

/** What a run is asked, as it is kept with the job. */
export const RunInput = z.object({
  measure: Measure.optional(),
  abcCuts: z.tuple([z.number(), z.number()]).optional(),
  asOf: z.iso.date().optional(),
  currency: z.string().optional(),
  /** A version of a selection model, as `default@1`; the one of the run before where left out. */
  model: z.string().optional(),
  /** Of whom the figures are; of accounts where left out. */
  level: AccountLevel.optional(),
  /** An import that is taken out or put back before. */
  change: z.object({ importId: z.int(), action: z.enum(['withdraw', 'restore']) }).optional(),
  /** A step of data quality that is taken before. */
  quality: QualityInput.optional(),
})
export type RunInput = z.infer<typeof RunInput>

/** What is fetched from a source: rows of its address, or one file of its folder. */
export const SourceFetch = z.object({
  kind: ImportKind,
  name: SourceName,
  file: z.string().optional(),
  isPreview: z.boolean().optional(),
  acceptDrift: z.boolean().optional(),
})
export type SourceFetch = z.infer<typeof SourceFetch>

export const ImportInput = z.union([z.object({ fetch: SourceFetch }), StartImport])
export type ImportInput = z.infer<typeof ImportInput>

export const SampleInput = z.object({ locale: z.enum(locales) })
export type SampleInput = z.infer<typeof SampleInput>

export const BacktestInput = z.object({
  model: z.string(),
  challenger: z.string().optional(),
  top: z.int().positive().optional(),
})
export type BacktestInput = z.infer<typeof BacktestInput>

export const ExportInput = inputOf(exportsApi.start)
export type ExportInput = z.infer<typeof ExportInput>

/** A segmentation to be tried, or those in use to be brought to the accounts of the current run. */
export const SegmentsInput = z.union([z.object({ trial: TrialRequest }), z.object({ assign: z.literal('all') })])
export type SegmentsInput = z.infer<typeof SegmentsInput>

export interface JobInputs {
  readonly sample: SampleInput
  readonly import: ImportInput
  readonly run: RunInput
  readonly export: ExportInput
  readonly segments: SegmentsInput
  readonly backtest: BacktestInput
}

export type NewJob = { [Kind in JobKind]: { kind: Kind; title: string; input: JobInputs[Kind] } }[JobKind]

/** The schema of a contract's input; every route of exports has one. */
function inputOf<Schema>(procedure: { readonly '~orpc': { readonly inputSchema?: Schema | undefined } }): Schema {
  const schema = procedure['~orpc'].inputSchema
  if (schema === undefined) throw new TypeError('a route without an input')
  return schema
}
