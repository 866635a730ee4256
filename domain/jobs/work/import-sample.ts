import { basename } from 'node:path'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { importSalesFiles, planSalesFiles } from '../../imports/index.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { noteImports } from './note-imports.ts'
import { rejectedRowsOf } from './rejected-rows.ts'

/** Takes the sales of the sample company in, and asks for the run that follows. */
export async function importSample(locale: Locale, around: JobSurroundings): Promise<Job['result']> {
  const { warehouse, sampleSales, signal } = around
  const plans = await planSalesFiles({ paths: [sampleSales[locale]], signal })
  const rejected = await rejectedRowsOf(around)
  rejected.plan(plans)
  try {
    const files = await importSalesFiles(warehouse, {
      plans,
      signal,
      onLeftOut: (plan, rows) => rejected.write(plan, rows),
      onProgress: (_path, { rows, bytesRead, bytesTotal }) =>
        around.progress({ step: 'reading', rows, done: bytesTotal === 0 ? null : Math.min(1, bytesRead / bytesTotal) }),
    })
    await rejected.keep(files.map(({ id }) => id))
    const imports = files.map(({ id, summary }) => ({
      id,
      file: basename(summary.file),
      uploadId: null,
      reading: {},
      hasRejectedFile: summary.rejected + summary.setAside > 0,
    }))
    // The sample company sells in one currency, and its files do not say in which.
    return await noteImports({ imports, run: { currency: 'CNY' } }, around)
  } finally {
    await rejected.discard()
  }
}
