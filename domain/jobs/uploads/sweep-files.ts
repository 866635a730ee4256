import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import { recordAudit } from '../../audit/index.ts'
import { exportPath, uploadFolder } from './upload-paths.ts'

type Database = StoreClient['database']

interface Places {
  readonly database: Database
  readonly uploadsDirectory: string
}

/** What was cleared away: how many of each. */
export interface Swept {
  readonly uploads: number
  readonly exports: number
  /** Files and folders that a process left behind when it died. */
  readonly leftovers: number
}

/** How long a file waits for somebody to import it. */
const unusedDays = 3
/** What no row knows of may be on its way into one; after this long it is not. */
const leftoverHours = 24

const theServer = { userId: '', name: 'vitalfew' }

/**
 * Clears away uploads of which no import came, exports whose time is over, and what dead processes left. A row goes before
 * its file: where that is interrupted, the file is a leftover of the next sweep. Several servers may sweep at once.
 */
export async function sweepFiles(places: Places, now: Date = new Date()): Promise<Swept> {
  const uploads = await forgetUploads(places.database, now)
  for (const id of uploads) await remove(uploadFolder(places.uploadsDirectory, id))
  const exports = await forgetExports(places.database, now)
  for (const one of exports) await remove(exportPath(places.uploadsDirectory, one))
  return { uploads: uploads.length, exports: exports.length, leftovers: await removeLeftovers(places, now) }
}

/** An upload stays while an import was read from it, while a job may still read it, and while somebody may look at it. */
async function forgetUploads(database: Database, now: Date): Promise<string[]> {
  const before = new Date(now.getTime() - unusedDays * 86_400_000)
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      DELETE FROM upload
      WHERE uploaded_at < ${before}
        AND NOT EXISTS (SELECT FROM import_record WHERE upload_id = upload.id)
        AND NOT EXISTS (SELECT FROM funnel_source WHERE uploads ? upload.id::text)
        AND NOT EXISTS (
          SELECT FROM job WHERE job.state IN ('waiting', 'running') AND position(upload.id::text IN job.input::text) > 0)
      RETURNING id`.execute(transaction)
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) {
      const record = { viewer: theServer, action: 'upload.swept', subject: 'uploads' }
      await recordAudit(transaction, { ...record, details: { uploads: ids.slice(0, 100), count: ids.length } })
    }
    return ids
  })
}

function forgetExports(database: Database, now: Date): Promise<{ id: string; format: string }[]> {
  return database.deleteFrom('export_file').where('expires_at', '<=', now).returning(['id', 'format']).execute()
}

async function removeLeftovers({ database, uploadsDirectory }: Places, now: Date): Promise<number> {
  const [uploads, exports, jobs] = await Promise.all([
    database.selectFrom('upload').select('id').execute(),
    database.selectFrom('export_file').select('id').execute(),
    database.selectFrom('job').select('id').where('state', 'in', ['waiting', 'running']).execute(),
  ])
  const known = new Set([...uploads.map(({ id }) => id), ...jobs.map(({ id }) => `job-${id}`)])
  const kept = new Set(exports.map(({ id }) => id))
  const found = [
    ...(await oldIn(uploadsDirectory, now)).filter((name) => isOwnFolder(name) && !known.has(name)),
    ...(await oldIn(join(uploadsDirectory, 'exports'), now))
      .filter((name) => !kept.has(name.slice(0, idLength)) || name.endsWith('.part'))
      .map((name) => join('exports', name)),
  ]
  for (const name of found) await remove(join(uploadsDirectory, name))
  return found.length
}

const idLength = 36
const ownFolder = /^(?:arriving-|job-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function isOwnFolder(name: string): boolean {
  return ownFolder.test(name)
}

/** The names in a folder of what has not been touched for long. */
async function oldIn(folder: string, now: Date): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const limit = now.getTime() - leftoverHours * 3_600_000
  const old = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined)
      return found !== undefined && found.mtimeMs < limit ? [name] : []
    }),
  )
  return old.flat()
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true })
}
