import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { JobSurroundings } from '../work/job-surroundings.ts'
import { uploadFolder } from './upload-paths.ts'

/**
 * Where the bytes of an upload lie, for the person who sent them and for those who see everything.
 *
 * @throws ProductError `upload.notFound`
 */
export async function uploadedFile(
  { viewer, database, uploadsDirectory }: Pick<JobSurroundings, 'viewer' | 'database' | 'uploadsDirectory'>,
  id: string,
): Promise<string> {
  const upload = await database.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()
  const folder = uploadFolder(uploadsDirectory, id)
  const mayRead = upload?.person_id === viewer.userId || viewer.role === 'administrator'
  const [name] = upload === undefined || !mayRead ? [] : await readdir(folder).catch(() => [])
  if (name === undefined) throw new ProductError('upload.notFound', { upload: id })
  return join(folder, name)
}
