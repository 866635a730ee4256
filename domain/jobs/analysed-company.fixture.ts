import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import type { Viewer } from '../access/index.ts'
import { doJob, getJob, type JobSurroundings, takeUpload } from './index.ts'
import { beginJob } from './queue/job-life.ts'

export const administrator: Viewer = {
  userId: 'ada',
  name: 'Ada',
  locale: 'zh-CN',
  role: 'administrator',
  scopes: 'all',
  hidden: new Set(),
}

/** Both engines in a folder of their own, with some people and departments. */
export async function openCompany() {
  const directory = await mkdtemp(join(tmpdir(), 'company-'))
  const uploadsDirectory = join(directory, 'uploads')
  const incoming = join(directory, 'incoming')
  for (const folder of [uploadsDirectory, incoming]) await mkdir(folder)
  const reach = { hosts: ['127.0.0.1'], folders: [incoming], secretOf: () => undefined, secretFile: () => undefined }
  const opened = await openEmbeddedWarehouse({ directory: join(directory, 'warehouse'), durable: false })
  const opening = await openEmbeddedStore({ directory: join(directory, 'store'), durable: false })
  const { warehouse } = opened
  const { database } = opening.store
  for (const [id, role] of [
    ['ada', 'administrator'],
    ['mia', 'manager'],
    ['sam', 'accountManager'],
    ['vic', 'viewer'],
  ] as const) {
    const person = { id, name: id === 'sam' ? '孙小明' : id, email: `${id}@firm.example`, role, locale: 'zh-CN' }
    await database.insertInto('person').values(person).execute()
  }
  return {
    warehouse,
    database,
    uploadsDirectory,
    addresses: { warehouse: opened.address, store: opening.address },
    reach,
    sources: { warehouse, database, uploadsDirectory, reach },
    close: async () => {
      await opening.close()
      await opened.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export type Company = Awaited<ReturnType<typeof openCompany>>

/** Sends a file as a person would; returns its id. */
export async function sendFile({ database, uploadsDirectory }: Company, file: string, content: string | Buffer) {
  const bytes = Readable.from([Buffer.from(content)])
  return takeUpload(administrator, database, { uploadsDirectory, file, mostBytes: 1 << 24, bytes })
}

/** Does a job, and those that follow it, in this process; returns what the last one came to. */
export async function finishJob(company: Company, jobId: string): Promise<Job['result']> {
  const row = await beginJob(company.database, jobId)
  if (row === undefined) throw new Error(`job ${jobId} cannot be begun`)
  const around: JobSurroundings = {
    jobId,
    viewer: administrator,
    warehouse: company.warehouse,
    database: company.database,
    uploadsDirectory: company.uploadsDirectory,
    reach: company.reach,
    sampleSales: { 'zh-CN': '', en: '' },
    productVersion: '0',
    today: '2025-02-01',
    signal: new AbortController().signal,
    progress: () => undefined,
  }
  const result = await doJob(row, around)
  const { followedBy } = (await getJob(administrator, company.database, jobId)).result
  return followedBy === undefined ? result : { ...result, ...(await finishJob(company, followedBy)) }
}
