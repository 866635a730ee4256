import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ReadingOfFile } from '@vitalfew/contract/api/imports.ts'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { recordAudit } from '../../audit/index.ts'
import {
  importSalesFiles,
  planSalesFiles,
  type ImportedFile,
  rejectedFile,
  type SalesFilePlan,
} from '../../imports/index.ts'
import { addJob } from '../enqueue-job.ts'
import type { RunInput } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import { rejectedPath } from '../uploads/upload-paths.ts'
import { uploadedFile } from '../uploads/uploaded-file.ts'
import type { JobSurroundings } from './job-surroundings.ts'

type Wanted = { readonly files: readonly ReadingOfFile[] } | { readonly sample: Locale }

/** A plan, and how the file came to be read like that; a sample was never sent. */
interface PlannedFile {
  readonly plan: SalesFilePlan
  readonly reading: ReadingOfFile | undefined
}

/** Takes files in, all or none, and asks for the run that follows. What was begun and not ended is begun anew. */
export async function importFiles(wanted: Wanted, around: JobSurroundings): Promise<Job['result']> {
  const planned = 'sample' in wanted ? await planSample(wanted.sample, around) : await planUploads(wanted.files, around)
  const rejected = await rejectedFiles(planned, around)
  const plans = planned.map(({ plan }) => plan)
  try {
    const files = await importSalesFiles(around.warehouse, {
      plans,
      signal: around.signal,
      dropDuplicates: new Set(
        planned.filter(({ reading }) => reading?.dropDuplicates === true).map(({ plan }) => plan),
      ),
      onLeftOut: (plan, rows) => rejected.write(plan, rows),
      onProgress: (_path, { rows, bytesRead, bytesTotal }) =>
        around.progress({ step: 'reading', rows, done: bytesTotal === 0 ? null : Math.min(1, bytesRead / bytesTotal) }),
    })
    await rejected.keep(files)
    // The sample company sells in one currency, and its files do not say in which.
    const input = 'sample' in wanted ? { currency: 'CNY' } : {}
    return await record({ files, planned, input }, around)
  } finally {
    await rejected.discard()
  }
}

async function planSample(locale: Locale, { sampleSales, signal }: JobSurroundings): Promise<PlannedFile[]> {
  const plans = await planSalesFiles({ paths: [sampleSales[locale]], signal })
  return plans.map((plan) => ({ plan, reading: undefined }))
}

async function planUploads(files: readonly ReadingOfFile[], around: JobSurroundings): Promise<PlannedFile[]> {
  const planned: PlannedFile[] = []
  for (const reading of files) {
    const path = await uploadedFile(around, reading.uploadId)
    const { mapping: overrides, sheet, fixes } = reading
    const [plan] = await planSalesFiles({
      paths: [path],
      signal: around.signal,
      ...(overrides === undefined ? {} : { overrides: { ...overrides } }),
      ...(sheet === undefined ? {} : { sheet }),
      ...(fixes === undefined ? {} : { fixes }),
    })
    if (plan !== undefined) planned.push({ plan, reading })
  }
  return planned
}

/** One file of rejected rows for each file read; kept under the number of its import once that is known. */
async function rejectedFiles(planned: readonly PlannedFile[], { uploadsDirectory, jobId, viewer }: JobSurroundings) {
  const folder = join(uploadsDirectory, `job-${jobId}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const outputs = planned.map(({ plan }, index) => {
    const path = join(folder, `${index}.csv`)
    return { plan, path, file: rejectedFile({ path, locale: viewer.locale, plans: [plan] }) }
  })
  return {
    write: async (plan: SalesFilePlan, rows: Parameters<(typeof outputs)[number]['file']['write']>[1]) => {
      await outputs.find((output) => output.plan === plan)?.file.write(plan, rows)
    },
    keep: async (files: readonly ImportedFile[]) => {
      for (const [index, { path, file }] of outputs.entries()) {
        await file.close()
        const imported = files[index]
        if (imported === undefined) continue
        const target = rejectedPath(uploadsDirectory, imported.id)
        await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
        await rename(path, target)
      }
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Who imported what, the audit and the run that follows: written together, or not at all. */
async function record(
  {
    files,
    planned,
    input,
  }: {
    readonly files: readonly ImportedFile[]
    readonly planned: readonly PlannedFile[]
    readonly input: RunInput
  },
  { database, viewer, jobId }: JobSurroundings,
): Promise<Job['result']> {
  const title = translator(viewer.locale)('jobs.title.run')
  return database.transaction().execute(async (transaction) => {
    for (const [index, file] of files.entries()) {
      const reading = planned[index]?.reading
      await transaction
        .insertInto('import_record')
        .values({
          import_id: file.id,
          upload_id: reading?.uploadId ?? null,
          job_id: jobId,
          person_id: viewer.userId,
          person_name: viewer.name,
          reading: JSON.stringify(reading ?? {}),
          has_rejected_file: file.summary.rejected + file.summary.setAside > 0,
        })
        .onConflict((conflict) => conflict.column('import_id').doNothing())
        .execute()
    }
    const { jobId: followedBy } = await addJob(viewer, transaction, { kind: 'run', title, input })
    const result = { imports: files.map(({ id }) => id), followedBy }
    await endJob(transaction, jobId, { state: 'done', result })
    await recordAudit(transaction, {
      viewer,
      action: 'import.committed',
      subject: `job:${jobId}`,
      details: { imports: result.imports, files: planned.map(({ plan }) => basename(plan.path)) },
    })
    return result
  })
}
