import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ImportPlan, Upload } from '@vitalfew/contract/api/imports.ts'
import { Job } from '@vitalfew/contract/api/jobs.ts'
import { Overview } from '@vitalfew/contract/api/overview.ts'
import { SeenReport } from '@vitalfew/contract/api/runs.ts'
import { Report } from '@vitalfew/contract/report.ts'
import { openSource } from '@vitalfew/domain/imports/index.ts'
import { madeLines, salesCsv } from '@vitalfew/domain/jobs/company-sales.fixture.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type JobQueue, startJobQueue } from './jobs/job-queue.ts'
import { administratorOn, type Browser, openTestApp, personOn, textAt, type TestApp } from './test-app.fixture.ts'

const lines = madeLines(30)
let test: TestApp
let queue: JobQueue
let ann: Browser

beforeAll(async () => {
  test = await openTestApp()
  queue = await startJobQueue({ ...test, productVersion: '0.0.0-test', sharesStore: false })
  ann = await administratorOn(test)
}, 120_000)
afterAll(async () => {
  await queue.stop()
  await test.close()
}, 60_000)

/** The bytes of an answer, asked for by somebody who is signed in. */
async function bytes(who: Browser, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return test.app.request(`http://127.0.0.1:8080${path}`, { ...init, headers: { ...who.headers, cookie } })
}

async function finished(who: Browser, jobId: string): Promise<Job> {
  for (;;) {
    const job = Job.parse((await who.ask('GET', `/api/jobs/${jobId}`)).body)
    if (job.finishedAt !== null && job.result.followedBy === undefined) return job
    if (job.result.followedBy !== undefined) return finished(who, job.result.followedBy)
    await delay(150)
  }
}

it('a file goes in, is looked at, imported and analysed; progress comes by itself', async () => {
  expect((await ann.ask('GET', '/api/overview')).body).toMatchObject({ code: 'run.none' })
  const name = encodeURIComponent('../销售 2024.csv')
  const sent = await bytes(ann, `/api/uploads?file=${name}`, { method: 'POST', body: salesCsv(lines) })
  expect(sent.status).toBe(201)
  const upload = Upload.parse(await sent.json())
  expect(upload.file).toBe('销售 2024.csv')
  const plan = ImportPlan.parse((await ann.ask('POST', '/api/imports/plan', { uploadId: upload.id })).body)
  expect(plan).toMatchObject({ accepted: lines.length, rejected: 0, missing: [] })
  const started = await ann.ask('POST', '/api/imports', { files: [{ uploadId: upload.id }] })
  expect(started.status).toBe(202)
  const events = await bytes(ann, '/api/jobs/events')
  expect(events.headers.get('content-type')).toContain('text/event-stream')
  const reader = events.body?.getReader()
  // A comment comes first, so that whatever lies in between passes the answer on.
  let heard = ''
  for (let turn = 0; turn < 5 && !heard.includes('data:'); turn += 1) {
    heard += new TextDecoder().decode((await reader?.read())?.value)
  }
  expect(heard).toContain('data:')
  await reader?.cancel()
  expect((await finished(ann, textAt(started.body, 'jobId'))).state).toBe('done')
  const overview = Overview.parse((await ann.ask('GET', '/api/overview')).body)
  expect(overview.totals.accounts).toBe(30)
  expect(overview.totals.grossProfit).not.toBeNull()
  const { classes } = Report.parse((await ann.ask('GET', '/api/runs/current/report')).body).run.abc
  const preview = await ann.ask('POST', '/api/runs/current/abc-preview', {
    run: 'current',
    measure: 'netRevenue',
    cuts: [0.8, 0.95],
  })
  const counted = { classes: { A: { accounts: classes.A.accounts }, B: { accounts: classes.B.accounts } }, moved: 0 }
  expect(preview.body).toMatchObject(counted)
}, 240_000)

it('the export of a role without profit has no column of it, and no formula', async () => {
  await ann.ask('PUT', '/api/field-rights', { hidden: { viewer: ['profit', 'phone'] } })
  const department = await ann.ask('POST', '/api/departments', { name: '华东部', leaderId: null, memberIds: [] })
  const departmentIds = [textAt(department.body, 'id')]
  const vic = await personOn(test, ann, { role: 'viewer', departmentIds })
  const started = await vic.ask('POST', '/api/exports', { format: 'xlsx', locale: 'zh-CN' })
  expect(started.status).toBe(202)
  const job = await finished(vic, textAt(started.body, 'jobId'))
  expect(job).toMatchObject({ state: 'done', failure: null })
  const file = `/api/exports/${job.result.exportId ?? ''}/file`
  const answer = await bytes(vic, file)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('客户清单'))
  const rows = await workbookRows(Buffer.from(await answer.arrayBuffer()))
  expect(rows[0]?.join(' ')).not.toMatch(/毛利|价值/)
  const mine = new Set(lines.filter((line) => line.department === '华东部').map(({ code }) => code))
  expect(new Set(rows.slice(1).map(([code]) => code))).toEqual(mine)
  expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([])
  expect((await bytes(ann, file)).status).toBe(404)
  const sorted = { format: 'csv', sort: [{ field: 'margin', direction: 'descending' }] }
  const refused = { code: 'accounts.fieldHidden', message: expect.stringContaining('“Margin”') }
  expect((await vic.ask('POST', '/api/exports', sorted)).body).toMatchObject(refused)
  const listed = await vic.ask('POST', '/api/accounts/list', {})
  expect([listed.status, listed.body]).toMatchObject([200, { total: mine.size }])
  expect(listed.text).toContain('"share":null')
  expect((await vic.ask('GET', '/api/runs/current/report')).status).toBe(403)
  expect((await vic.ask('GET', '/api/imports')).status).toBe(403)
  const audit = await ann.ask('GET', '/api/audit?action=export.&pageSize=50')
  expect(audit.text).toContain('export.made')
  expect(audit.text).toContain('export.fetched')
}, 240_000)

it('the report of somebody without profit says nothing of it', async () => {
  await ann.ask('PUT', '/api/field-rights', { hidden: { analyst: ['profit'] } })
  await test.database
    .insertInto('field_right')
    .values({ role: 'analyst', field: 'profit' })
    .onConflict((c) => c.doNothing())
    .execute()
  const max = await personOn(test, ann, { role: 'analyst' })
  const answer = await max.ask('GET', '/api/runs/current/report')
  expect(answer.status).toBe(200)
  const report = SeenReport.parse(answer.body)
  expect(report.hiddenFields).toContain('score')
  expect(report.accounts.map(({ score }) => score)).toEqual(report.accounts.map(() => null))
  expect(report.run.keyAccounts).toEqual([])
  expect(report.monthlyGrossProfit).toBeNull()
  expect(report.run.totals.grossProfit).toBeNull()
  const unpacking = { ...ann, headers: { ...ann.headers, 'accept-encoding': 'br, gzip' } }
  const packed = await bytes(unpacking, '/api/runs/current/report')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  const full = Report.parse((await ann.ask('GET', '/api/runs/current/report')).body)
  const figures = new Set(answer.text.match(/\d+\.\d+/g))
  const secrets = full.accounts.flatMap(({ grossProfit, margin }) => [grossProfit, margin]).flatMap((one) => one ?? [])
  expect(secrets.length).toBe(60)
  expect(secrets.filter((secret) => !Number.isInteger(secret) && figures.has(String(secret)))).toEqual([])
}, 120_000)

async function workbookRows(content: Buffer): Promise<string[][]> {
  const path = join(tmpdir(), `${randomUUID()}.xlsx`)
  await writeFile(path, content)
  const rows: string[][] = []
  for await (const batch of (await openSource({ path })).rows()) rows.push(...batch.rows)
  await rm(path)
  return rows
}
