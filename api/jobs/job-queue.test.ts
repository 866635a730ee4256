import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { listAccounts } from '@vitalfew/domain/accounts/index.ts'
import { verifyAudit } from '@vitalfew/domain/audit/index.ts'
import {
  administrator,
  type Company,
  finishJob,
  openCompany,
  sendFile,
} from '@vitalfew/domain/jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '@vitalfew/domain/jobs/company-sales.fixture.ts'
import { cancelJob, getJob, listImports, startExport, startImport, watchJobs } from '@vitalfew/domain/jobs/index.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type JobQueue, startJobQueue } from './job-queue.ts'

const everything = { page: 1, pageSize: 200, sort: [], withMonths: true }
let company: Company
let queue: JobQueue

beforeEach(async () => {
  company = await openCompany()
  queue = await open()
}, 120_000)
afterEach(async () => {
  await queue.stop()
  await company.close()
}, 60_000)

function open(): Promise<JobQueue> {
  const { database, addresses, uploadsDirectory } = company
  return startJobQueue({ database, addresses, uploadsDirectory, productVersion: '0', sharesStore: false })
}

/** The children that this process has now. */
async function children(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found: number[] = []
  for (const pid of pids) {
    const [status, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
      readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    ])
    const parent = Number(status.slice(status.lastIndexOf(')')).split(' ')[2])
    if (parent === process.pid && command.includes(join('api', 'jobs', 'main.ts'))) found.push(Number(pid))
  }
  return found
}

/** Kills the child of a job as soon as the job is where it should be; returns whether there was something to kill. */
async function killAt(jobId: string, steps: readonly string[]): Promise<boolean> {
  for (let turn = 0; turn < 600; turn += 1) {
    const { step, state } = await getJob(administrator, company.database, jobId)
    if (state === 'done' || state === 'failed') return false
    const pids = state === 'running' && steps.includes(step) ? await children() : []
    for (const pid of pids) process.kill(pid, 'SIGKILL')
    if (pids.length > 0) return true
    await delay(20)
  }
  return false
}

async function ended(jobId: string): Promise<Awaited<ReturnType<typeof getJob>>> {
  for (;;) {
    const job = await getJob(administrator, company.database, jobId)
    if (job.finishedAt !== null) return job
    await delay(100)
  }
}

async function importJob(): Promise<string> {
  const { id: uploadId } = await sendFile(company, '销售.csv', salesCsv(madeLines(30)))
  return (await startImport(administrator, company.sources, { files: [{ uploadId }] })).jobId
}

it('a child killed during an import and during a run: each is done once, and nothing is half', async () => {
  const jobId = await importJob()
  const killedImport = await killAt(jobId, ['starting', 'reading'])
  const imported = await ended(jobId)
  expect([imported.state, imported.attempts]).toEqual(['done', killedImport ? 2 : 1])
  const runJob = imported.result.followedBy ?? ''
  const killedRun = await killAt(runJob, ['abc', 'rfm', 'lifecycle', 'value', 'churn', 'selection', 'quality'])
  const run = await ended(runJob)
  expect([run.state, run.attempts]).toEqual(['done', killedRun ? 2 : 1])
  expect(killedImport || killedRun).toBe(true)
  const { rows, total } = await listAccounts(administrator, company.sources, everything)
  const lines = madeLines(30)
  expect(total).toBe(30)
  for (const row of rows) {
    const own = lines.filter(({ code }) => code === row.account)
    expect(row.orderLines).toBe(own.length)
    expect(row.netRevenue).toBeCloseTo(
      own.reduce((sum, { amount }) => sum + amount, 0),
      2,
    )
  }
  expect(await rowsOf('sales_line')).toBe(lines.length)
  expect(await rowsOf('account_row')).toBe(30)
  expect((await listImports(administrator, company.sources, { page: 1, pageSize: 9 })).total).toBe(1)
  expect((await verifyAudit(company.database)).intact).toBe(true)
}, 240_000)

it('a queue that is stopped hands its job back, and another one brings it to its end', async () => {
  const jobId = await importJob()
  await whileWaiting(jobId)
  await queue.stop()
  const handedBack = await getJob(administrator, company.database, jobId)
  expect(['waiting', 'done']).toContain(handedBack.state)
  expect(await children()).toEqual([])
  queue = await open()
  expect((await ended(jobId)).state).toBe('done')
}, 240_000)

it('a cancelled job leaves nothing, a faulty one says why, an export is kept for whoever asked', async () => {
  const bad = await sendFile(company, 'bad.csv', 'nothing,here\n1,2\n')
  const files = [{ uploadId: bad.id }]
  const faulty = await ended((await startImport(administrator, company.sources, { files })).jobId)
  expect(faulty).toMatchObject({ state: 'failed', failure: { code: 'mapping.fieldMissing' } })
  expect(faulty.failure?.message).toContain('bad.csv')
  const abort = new AbortController()
  const seen: string[] = []
  const watching = (async () => {
    for await (const job of watchJobs(administrator, company.database, abort.signal))
      seen.push(`${job.kind} ${job.state}`)
  })()
  const jobId = await importJob()
  await whileWaiting(jobId)
  await cancelJob(administrator, company.database, jobId)
  const cancelled = await ended(jobId)
  expect(cancelled.state).toBe('cancelled')
  expect(await rowsOf('import_event')).toBe(0)
  await expect(cancelJob(administrator, company.database, jobId)).rejects.toMatchObject({ code: 'job.finished' })
  await finishInProcess()
  const exporting = await startExport(administrator, company.database, { format: 'csv', sort: [], withMonths: true })
  const made = await ended(exporting.jobId)
  expect(made).toMatchObject({ state: 'done', failure: null })
  const [file = ''] = await readdir(join(company.uploadsDirectory, 'exports'))
  const text = await readFile(join(company.uploadsDirectory, 'exports', file), 'utf8')
  expect(text.split('\n').length).toBe(1 + 30 + 1)
  expect(text).toContain("'=cmd|calc")
  expect(text).not.toMatch(/(^|,)"?=cmd/m)
  abort.abort()
  await watching
  expect(seen).toContain('import cancelled')
  expect(seen).toContain('export done')
}, 240_000)

/** Until a job is under way, or over. */
async function whileWaiting(jobId: string): Promise<void> {
  while ((await getJob(administrator, company.database, jobId)).state === 'waiting') await delay(20)
}

/** An import and its run without children. */
async function finishInProcess(): Promise<void> {
  await queue.stop()
  await finishJob(company, await importJob())
  queue = await open()
}

async function rowsOf(table: string): Promise<number> {
  const sql = `SELECT count() AS rows FROM ${table}`
  const query = defineQuery({ name: 'rows-of', parameters: z.object({}), row: z.object({ rows: z.int() }), sql })
  return (await company.warehouse.rows(query, {}))[0]?.rows ?? 0
}
