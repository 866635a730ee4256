import { randomUUID } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listAudit } from '../../audit/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../company-sales.fixture.ts'
import { fetchExport, startExport, startImport } from '../index.ts'
import { sweepFiles } from './sweep-files.ts'

const dayMs = 86_400_000
let company: Company
beforeAll(async () => {
  company = await openCompany()
}, 120_000)
afterAll(() => company.close())

const inDays = (days: number) => new Date(Date.now() + days * dayMs)

/** A folder as a process that died days ago left it. */
async function leftover(name: string): Promise<void> {
  const path = join(company.uploadsDirectory, name)
  await mkdir(path, { recursive: true })
  await writeFile(join(path, 'sales.csv'), 'a')
  const past = inDays(-2)
  await utimes(path, past, past)
}

it('clears what nobody needs, and nothing that somebody does', async () => {
  const { sources, uploadsDirectory, database } = company
  const used = await sendFile(company, 'used.csv', salesCsv(madeLines(12)))
  const unused = await sendFile(company, 'unused.csv', 'x')
  const waited = await sendFile(company, 'waited.csv', salesCsv(madeLines(3)))
  await finishJob(company, (await startImport(administrator, sources, { files: [{ uploadId: used.id }] })).jobId)
  const { jobId } = await startExport(administrator, database, { format: 'csv', sort: [], withMonths: true })
  const exportId = (await finishJob(company, jobId)).exportId ?? ''
  await startImport(administrator, sources, { files: [{ uploadId: waited.id }] })
  const dead = [`arriving-${randomUUID()}`, `job-${randomUUID()}`, randomUUID()]
  for (const name of [...dead, 'notes of the administrator']) await leftover(name)
  await leftover(join('exports', `${randomUUID()}.csv.part`))

  expect(await sweepFiles(company)).toEqual({ uploads: 0, exports: 0, leftovers: 4 })
  const afterDeath = await readdir(uploadsDirectory)
  expect(dead.filter((name) => afterDeath.includes(name))).toEqual([])
  expect(afterDeath).toEqual(expect.arrayContaining([used.id, unused.id, waited.id, 'notes of the administrator']))
  expect((await fetchExport(administrator, company, exportId)).bytes).toBeGreaterThan(0)

  expect(await sweepFiles(company, inDays(3.5))).toMatchObject({ uploads: 1, exports: 0 })
  expect(await readdir(uploadsDirectory)).toEqual(expect.arrayContaining([used.id, waited.id]))
  expect(await readdir(uploadsDirectory)).not.toContain(unused.id)
  const { rows } = await listAudit(database, { page: 1, pageSize: 1, action: 'upload.swept' })
  expect(rows).toMatchObject([{ details: { uploads: [unused.id], count: 1 } }])

  expect(await sweepFiles(company, inDays(8))).toMatchObject({ exports: 1 })
  await expect(fetchExport(administrator, company, exportId)).rejects.toMatchObject({ code: 'export.notFound' })
  expect(await readdir(join(uploadsDirectory, 'exports'))).toEqual([])
  expect(await sweepFiles(company, inDays(8))).toMatchObject({ uploads: 0, exports: 0, leftovers: 0 })
}, 120_000)
