import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listAudit } from '../../audit/index.ts'
import { previewFile } from '../../imports/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../analysed-company.fixture.ts'
import {
  askForDueSources,
  getJob,
  listImports,
  listJobs,
  listSources,
  planImport,
  removeSource,
  restoreSource,
  runSource,
  saveSource,
  startImport,
} from '../index.ts'

let company: Company
beforeAll(async () => {
  company = await openCompany()
}, 120_000)
afterAll(() => company.close())

const analyst = { ...administrator, role: 'analyst' as const }
const visits = { kind: 'events' as const, name: 'visits' }
const header = '客户名称,时间,事件,备注\n'

const sources = async () => (await listSources(administrator, company.sources)).rows
const sourceNamed = async (name: string) => (await sources()).find((source) => source.name === name)

async function take(file: string, content: string, more: object = {}) {
  const { id: uploadId } = await sendFile(company, file, content)
  const { jobId } = await startImport(administrator, company.sources, {
    ...visits,
    source: 'crm',
    files: [{ uploadId }],
    ...more,
  })
  return finishJob(company, jobId)
}

it('records are planned, put right, looked at, taken in by their source and taken out again', async () => {
  const { id: uploadId } = await sendFile(
    company,
    '拜访.csv',
    `${header}云帆,2026-01-05,拜访,a\n远山,什么时候,拜访,b\n云帆,2026-01-07,电话,c\n`,
  )
  const reading = { uploadId, kind: 'events' as const, source: 'crm' }
  const plan = await planImport(administrator, { ...company.sources, previewFile }, reading)
  expect(plan).toMatchObject({ kind: 'events', accepted: 2, rejected: 1, missing: [], totals: { customers: 1 } })
  expect(plan.fields.filter(({ isNeeded }) => isNeeded).map(({ field }) => field)).toEqual([
    'customer',
    'customerName',
    'at',
  ])
  expect(plan.rowsLeftOut[0]).toMatchObject({ row: 3, column: '时间', value: '什么时候' })
  const fixes = [{ row: 3, column: '时间', value: '2026-01-06' }]
  const fixed = await planImport(administrator, { ...company.sources, previewFile }, { ...reading, fixes })
  expect(fixed).toMatchObject({ accepted: 3, rejected: 0, totals: { firstDay: '2026-01-05', lastDay: '2026-01-07' } })

  const asked = { kind: 'events' as const, source: 'crm', files: [{ uploadId, fixes }] }
  const looked = await startImport(administrator, company.sources, { ...asked, isPreview: true })
  const { preview } = await finishJob(company, looked.jobId)
  expect(preview).toMatchObject({ isPreview: true, before: { rows: 0 }, after: { rows: 3 } })
  expect((await listImports(administrator, company.sources, { page: 1, pageSize: 10 })).total).toBe(0)

  const done = await finishJob(company, (await startImport(administrator, company.sources, asked)).jobId)
  const { rows } = await listImports(administrator, company.sources, { page: 1, pageSize: 10 })
  expect(rows).toMatchObject([
    { id: done.imports?.[0], kind: 'events', source: 'crm', fixes, canUndo: true, importedBy: 'Ada' },
  ])
  expect(done.followedBy).toBeUndefined()
  const again = await finishJob(company, (await startImport(administrator, company.sources, asked)).jobId)
  expect(again.imports).toEqual(done.imports)
  expect(await sourceNamed('crm')).toMatchObject({ imports: 1, mapping: { at: '时间' }, version: 0, drift: [] })
}, 60_000)

it('an overlap is told with what it comes to, and refused where nobody says what is to become of it', async () => {
  const next = `${header}云帆,2026-01-07,电话,c\n远山,2026-01-09,拜访,d\n`
  const { preview } = await take('2.csv', next, { kind: 'events', isPreview: true })
  expect(preview?.files[0]).toMatchObject({ comparison: { added: 1, same: 1 }, overlaps: [{ firstDay: '2026-01-05' }] })
  await expect(take('2.csv', next, { kind: 'events' })).rejects.toMatchObject({ code: 'import.overlap' })
  const { preview: skipped } = await take('2.csv', next, { kind: 'events', isPreview: true, onOverlap: 'skip' })
  expect(skipped?.after.rows).toBe(4)
}, 60_000)

it('what is said of a source is how its next file is read, whoever was faster wins, and it can be put away', async () => {
  const change = {
    ...visits,
    name: 'crm',
    version: 0,
    title: '客户管理系统',
    settings: { fixes: [{ column: '事件', from: '电话', to: '通话' }] },
  }
  await saveSource(analyst, company.sources, { ...change, onOverlap: 'replace' })
  await expect(saveSource(analyst, company.sources, change)).rejects.toMatchObject({ code: 'import.sourceChanged' })
  await take('3.csv', `${header}云帆,2026-01-07,电话,c\n`, { kind: 'events' })
  expect(await sourceNamed('crm')).toMatchObject({
    title: '客户管理系统',
    version: 1,
    onOverlap: 'replace',
    settings: change.settings,
  })
  await removeSource(analyst, company.sources, { kind: 'events', name: 'crm' })
  expect(await sourceNamed('crm')).toMatchObject({ isRemoved: true, imports: 2 })
  await restoreSource(analyst, company.sources, { kind: 'events', name: 'crm' })
  expect(await sourceNamed('crm')).toMatchObject({ isRemoved: false, title: '客户管理系统' })
  await expect(removeSource(analyst, company.sources, { kind: 'sales', name: 'no' })).rejects.toMatchObject({
    code: 'import.sourceNotFound',
  })
}, 60_000)

it('only an administrator says where the server goes, no secret is kept, and no folder but those allowed is read', async () => {
  const connect = (from: string) =>
    saveSource(administrator, company.sources, {
      ...visits,
      version: 0,
      origin: { kind: 'address', from, query: 'SELECT 1', highWater: '' },
    })
  const origin = { kind: 'address' as const, from: 'https://files.example/a.csv', query: '', highWater: '' }
  await expect(saveSource(analyst, company.sources, { ...visits, version: 0, origin })).rejects.toMatchObject({
    code: 'access.notAllowed',
  })
  await expect(connect('postgres://me:secret@db.example/x')).rejects.toMatchObject({ code: 'origin.secretInAddress' })
  await expect(connect('https://files.example/a.csv?token=abc')).rejects.toMatchObject({
    code: 'origin.secretInAddress',
  })
  const outside = join(company.reach.folders[0] ?? '', 'elsewhere')
  await symlink('/etc', outside)
  for (const folder of ['/etc', outside, '/no/such/folder']) {
    const refused = saveSource(administrator, company.sources, {
      ...visits,
      version: 0,
      origin: { kind: 'folder', folder },
    })
    await expect(refused).rejects.toMatchObject({ code: 'origin.folderNotAllowed' })
  }
  const arrival = saveSource(administrator, company.sources, {
    ...visits,
    version: 0,
    origin,
    schedule: { every: 'arrival' },
  })
  await expect(arrival).rejects.toMatchObject({ code: 'import.scheduleNeedsOrigin' })
})

it('a folder gives each file once, on arrival, and again when the file has changed', async () => {
  const folder = join(company.reach.folders[0] ?? '', 'crm')
  await mkdir(folder)
  const put = async (name: string, day: string, at: number) => {
    await writeFile(join(folder, name), `${header}远山,${day},拜访,${name}\n`)
    await utimes(join(folder, name), new Date(at), new Date(at))
  }
  const schedule = { every: 'arrival' as const }
  await saveSource(administrator, company.sources, {
    ...visits,
    version: 0,
    origin: { kind: 'folder', folder },
    schedule,
  })
  const jobsDone = async (): Promise<number> => {
    const jobs = await askForDueSources(company)
    const { rows } = await listJobs(administrator, company.database, { page: 1, pageSize: 20, state: 'waiting' })
    for (const { id } of rows.toReversed()) await finishJob(company, id)
    return jobs
  }
  expect(await jobsDone()).toBe(0)
  await put('a.csv', '2026-02-01', Date.now() - 60_000)
  await put('b.csv', '2026-02-02', Date.now() - 30_000)
  await writeFile(join(folder, '.hidden.csv'), header)
  expect(await jobsDone()).toBe(2)
  expect(await jobsDone()).toBe(0)
  await put('a.csv', '2026-02-03', Date.now() - 10_000)
  expect(await jobsDone()).toBe(1)
  expect(await sourceNamed('visits')).toMatchObject({ imports: 3, lastJob: { state: 'done', problem: null } })
  await expect(runSource(administrator, company.sources, visits)).rejects.toMatchObject({
    code: 'import.nothingArrived',
  })
  const { rows } = await listAudit(company.database, { page: 1, pageSize: 5, action: 'source.due' })
  expect(rows).toHaveLength(2)
}, 60_000)

it('an address is fetched from at its hour, once, also where the hour went by while nobody was there', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/moved.csv') response.writeHead(302, { location: '/visits.csv' }).end()
    else response.end(`${header}云帆,2026-03-01,拜访,web\n`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const web = { kind: 'events' as const, name: 'web' }
  const origin = { kind: 'address' as const, from: `http://127.0.0.1:${port}/moved.csv`, query: '', highWater: '' }
  await saveSource(administrator, company.sources, {
    ...web,
    version: 0,
    origin,
    schedule: { every: 'day', hour: 3, minute: 0 },
  })
  const due = new Date((await sourceNamed('web'))?.nextAt ?? 0)
  expect(due.getTime()).toBeGreaterThan(Date.now())
  const at = (hours: number) => ({ ...company, now: new Date(due.getTime() + hours * 3_600_000) })
  expect(await askForDueSources(at(-0.1))).toBe(0)
  // Two servers look at once, days later.
  expect((await Promise.all([askForDueSources(at(80)), askForDueSources(at(80))])).toSorted((a, b) => a - b)).toEqual([
    0, 1,
  ])
  const asked = (await sourceNamed('web'))?.lastJob?.id ?? ''
  await finishJob(company, asked)
  expect((await getJob(administrator, company.database, asked)).startedBy).toBe('Ada')
  expect(await sourceNamed('web')).toMatchObject({ imports: 1, nextAt: at(96).now.toISOString() })
  company.reach.hosts.length = 0
  const { jobId } = await runSource(analyst, company.sources, web)
  await expect(finishJob(company, jobId)).rejects.toMatchObject({ code: 'origin.privateAddress' })
  server.close()
}, 60_000)
