import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ListedFile, rejectedFile } from '../../imports/index.ts'
import { rejectedPath } from '../uploads/upload-paths.ts'
import type { JobSurroundings } from './job-surroundings.ts'

type File = ReturnType<typeof rejectedFile>

/** One file of rejected rows for each file read; kept under the number of its import once that is known. */
export async function rejectedRowsOf({
  uploadsDirectory,
  jobId,
  viewer,
}: Pick<JobSurroundings, 'uploadsDirectory' | 'jobId' | 'viewer'>) {
  const folder = join(uploadsDirectory, `job-${jobId}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  let outputs: { readonly plan: ListedFile; readonly path: string; readonly file: File }[] = []
  return {
    plan: (plans: readonly ListedFile[]): void => {
      outputs = plans.map((plan, index) => {
        const path = join(folder, `${index}.csv`)
        return { plan, path, file: rejectedFile({ path, locale: viewer.locale, plans: [plan] }) }
      })
    },
    write: async (plan: ListedFile, rows: Parameters<File['write']>[1]): Promise<void> => {
      await outputs.find((output) => output.plan === plan)?.file.write(plan, rows)
    },
    /** Numbers of the imports in the order of the files. */
    keep: async (ids: readonly number[]): Promise<void> => {
      for (const [index, { path, file }] of outputs.entries()) {
        await file.close()
        const id = ids[index] ?? 0
        if (id === 0) continue
        const target = rejectedPath(uploadsDirectory, id)
        await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
        await rename(path, target)
      }
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}
