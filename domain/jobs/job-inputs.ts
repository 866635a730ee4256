import { exportsApi } from '@vitalfew/contract/api/exports.ts'
import { ReadingOfFile } from '@vitalfew/contract/api/imports.ts'
import type { JobKind } from '@vitalfew/contract/api/jobs.ts'
import { locales } from '@vitalfew/contract/locale.ts'
import { Measure } from '@vitalfew/contract/run.ts'
import { z } from 'zod'

/** What a run is asked, as it is kept with the job. */
export const RunInput = z.object({
  measure: Measure.optional(),
  abcCuts: z.tuple([z.number(), z.number()]).optional(),
  asOf: z.iso.date().optional(),
  currency: z.string().optional(),
  /** An import that is taken out or put back before. */
  change: z.object({ importId: z.int(), action: z.enum(['withdraw', 'restore']) }).optional(),
})
export type RunInput = z.infer<typeof RunInput>

export const ImportInput = z.object({ files: z.array(ReadingOfFile) })
export type ImportInput = z.infer<typeof ImportInput>

export const SampleInput = z.object({ locale: z.enum(locales) })
export type SampleInput = z.infer<typeof SampleInput>

export const ExportInput = inputOf(exportsApi.start)
export type ExportInput = z.infer<typeof ExportInput>

export interface JobInputs {
  readonly sample: SampleInput
  readonly import: ImportInput
  readonly run: RunInput
  readonly export: ExportInput
}

export type NewJob = { [Kind in JobKind]: { kind: Kind; title: string; input: JobInputs[Kind] } }[JobKind]

/** The schema of a contract's input; every route of exports has one. */
function inputOf<Schema>(procedure: { readonly '~orpc': { readonly inputSchema?: Schema | undefined } }): Schema {
  const schema = procedure['~orpc'].inputSchema
  if (schema === undefined) throw new TypeError('a route without an input')
  return schema
}
