import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { exportAccounts } from '../../accounts/index.ts'
import { recordAudit } from '../../audit/index.ts'
import type { ExportInput } from '../job-inputs.ts'
import { endJob } from '../queue/job-life.ts'
import { exportPath } from '../uploads/upload-paths.ts'
import type { JobSurroundings } from './job-surroundings.ts'

const keptDays = 7

/** Writes the accounts that somebody means and may see to a file, which is there whole or not at all. */
export async function writeExport(input: ExportInput, around: JobSurroundings): Promise<Job['result']> {
  const { viewer, warehouse, database, uploadsDirectory, progress, today, jobId } = around
  const { format } = input
  const id = randomUUID()
  const path = exportPath(uploadsDirectory, { id, format })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  progress({ step: 'writing', done: null, rows: null })
  const locale = input.locale ?? viewer.locale
  try {
    const accounts = await exportAccounts(
      { ...viewer, locale },
      { warehouse, database },
      { ...input, path: `${path}.part` },
    )
    around.signal.throwIfAborted()
    await rename(`${path}.part`, path)
    const { size } = await stat(path)
    const file = `${translator(locale)('accounts.exportFile')}-${today}.${format}`
    return await database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('export_file')
        .values({
          id,
          person_id: viewer.userId,
          file,
          format,
          accounts,
          bytes: size,
          expires_at: new Date(Date.now() + keptDays * 86_400_000),
        })
        .execute()
      const result = { exportId: id }
      await endJob(transaction, jobId, { state: 'done', result })
      const details = { format, accounts, columns: input.columns ?? 'all', filter: input.filter ?? null }
      await recordAudit(transaction, { viewer, action: 'export.made', subject: `export:${id}`, details })
      return result
    })
  } catch (cause) {
    await rm(path, { force: true })
    throw cause
  } finally {
    await rm(`${path}.part`, { force: true })
  }
}
