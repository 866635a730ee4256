import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Upload } from '@vitalfew/contract/api/imports.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { harmlessName, uploadFolder } from './upload-paths.ts'

export interface TakeUpload {
  readonly uploadsDirectory: string
  /** As the person's machine calls it. */
  readonly file: string
  readonly mostBytes: number
  readonly bytes: Readable
}

/**
 * Takes the bytes of a file from a person, into a folder of its own; there whole or not at all.
 *
 * @throws ProductError `access.notAllowed`, `upload.tooLarge`, `input.empty`, `disk.full`
 */
export async function takeUpload(
  viewer: Viewer,
  database: StoreClient['database'],
  { uploadsDirectory, file, mostBytes, bytes }: TakeUpload,
): Promise<Upload> {
  authorise(viewer, ['administrator', 'analyst'])
  const id = randomUUID()
  const name = harmlessName(file)
  const arriving = join(uploadsDirectory, `arriving-${id}`)
  await mkdir(arriving, { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      if (size > mostBytes) done(new ProductError('upload.tooLarge', { limit: mostBytes }))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(bytes, measure, createWriteStream(join(arriving, name), { mode: 0o600, flush: true }))
    if (size === 0) throw new ProductError('input.empty', { file: name, path: name })
    await rename(arriving, uploadFolder(uploadsDirectory, id))
  } catch (cause) {
    await rm(arriving, { recursive: true, force: true })
    throw isFull(cause) ? new ProductError('disk.full', { path: uploadsDirectory }, { cause }) : cause
  }
  const sha256 = hash.digest('hex')
  const upload = { id, file: name, bytes: size, sha256 }
  const kept = await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .insertInto('upload')
      .values({ ...upload, person_id: viewer.userId })
      .returning('uploaded_at')
      .executeTakeFirstOrThrow()
    const details = { file: name, bytes: size, sha256 }
    await recordAudit(transaction, { viewer, action: 'upload.taken', subject: `upload:${id}`, details })
    return row
  })
  return { ...upload, uploadedAt: kept.uploaded_at.toISOString() }
}

function isFull(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')
}
