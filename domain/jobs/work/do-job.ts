import type { Job, JobKind } from '@vitalfew/contract/api/jobs.ts'
import { BacktestInput, ExportInput, ImportInput, RunInput, SampleInput, SegmentsInput } from '../job-inputs.ts'
import { importFiles } from './import-files.ts'
import { importSample } from './import-sample.ts'
import { importSource } from './import-source.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { makeBacktest } from './make-backtest.ts'
import { makeRun } from './make-run.ts'
import { workOnSegments } from './work-on-segments.ts'
import { writeExport } from './write-export.ts'

/** Does what a job asks and writes down that it is done, in one transaction with what follows from it. */
export function doJob(
  { kind, input }: { readonly kind: JobKind; readonly input: unknown },
  around: JobSurroundings,
): Promise<Job['result']> {
  switch (kind) {
    case 'sample':
      return importSample(SampleInput.parse(input).locale, around)
    case 'import':
      return doImport(ImportInput.parse(input), around)
    case 'run':
      return makeRun(RunInput.parse(input), around)
    case 'export':
      return writeExport(ExportInput.parse(input), around)
    case 'segments':
      return workOnSegments(SegmentsInput.parse(input), around)
    case 'backtest':
      return makeBacktest(BacktestInput.parse(input), around)
  }
}

function doImport(input: ImportInput, around: JobSurroundings): Promise<Job['result']> {
  return 'fetch' in input ? importSource(input.fetch, around) : importFiles(input, around)
}
