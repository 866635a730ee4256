import type { Job, JobKind } from '@vitalfew/contract/api/jobs.ts'
import { ExportInput, ImportInput, RunInput, SampleInput } from '../job-inputs.ts'
import { importFiles } from './import-files.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { makeRun } from './make-run.ts'
import { writeExport } from './write-export.ts'

/** Does what a job asks and writes down that it is done, in one transaction with what follows from it. */
export function doJob(
  { kind, input }: { readonly kind: JobKind; readonly input: unknown },
  around: JobSurroundings,
): Promise<Job['result']> {
  switch (kind) {
    case 'sample':
      return importFiles({ sample: SampleInput.parse(input).locale }, around)
    case 'import':
      return importFiles(ImportInput.parse(input), around)
    case 'run':
      return makeRun(RunInput.parse(input), around)
    case 'export':
      return writeExport(ExportInput.parse(input), around)
  }
}
