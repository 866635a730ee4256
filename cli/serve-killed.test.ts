import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { madeLines, salesCsv } from '@vitalfew/domain/jobs/company-sales.fixture.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testFolder } from './run-program.fixture.ts'
import { type Served, serveIn, setUp, type Visitor } from './served.fixture.ts'

const accounts = 120
const lines = madeLines(accounts)
const folder = testFolder()
let server: Served
let person: Visitor

beforeAll(async () => {
  server = await serveIn(folder.path, { words: ['--workspace', 'ws'] })
  person = await setUp(server)
}, 120_000)
afterAll(async () => {
  await server.end('SIGKILL')
  folder.remove()
})

/** The power goes, and comes back: with the server go its engines and the children that worked for it. */
async function killAndRestart(): Promise<void> {
  await server.end('SIGKILL')
  await expect.poll(processesInFolder, { timeout: 15_000 }).toEqual([])
  server = await serveIn(folder.path, { words: ['--workspace', 'ws'] })
  person = person.at(server.url)
}

/** What still runs for this workspace. */
async function processesInFolder(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return commands.filter((command) => command.includes(folder.path))
}

async function job(id: string): Promise<Job> {
  return (await person.ask('GET', `/api/jobs/${id}`)).body as Job
}

/** Kills the server when a job is under way; tells whether it was. */
async function killDuring(id: string): Promise<boolean> {
  for (;;) {
    const { state, step } = await job(id)
    if (state === 'running' && step !== 'starting') break
    if (state !== 'waiting' && state !== 'running') return false
    await delay(15)
  }
  await killAndRestart()
  return true
}

async function ended(id: string): Promise<Job> {
  for (;;) {
    const known = await job(id)
    if (known.finishedAt !== null) return known
    await delay(150)
  }
}

test('killed during an import, a run, an export and changes of settings: what was acknowledged is there, nothing is half', async () => {
  const sent = await person.send('/api/uploads?file=sales.csv', salesCsv(lines))
  expect(sent.status).toBe(201)
  const { id: uploadId } = sent.body as { id: string }
  const started = await person.ask('POST', '/api/imports', { files: [{ uploadId }] })
  const kills: boolean[] = []
  const importing = (started.body as { jobId: string }).jobId
  kills.push(await killDuring(importing))
  const imported = await ended(importing)
  expect(imported).toMatchObject({ state: 'done', failure: null })

  const running = imported.result.followedBy ?? ''
  kills.push(await killDuring(running))
  expect(await ended(running)).toMatchObject({ state: 'done', failure: null })
  const list = await person.ask('POST', '/api/accounts/list', { pageSize: 200 })
  const { rows, total } = list.body as { rows: { account: string; orderLines: number }[]; total: number }
  expect(total).toBe(accounts)
  for (const { account, orderLines } of rows) {
    expect(orderLines).toBe(lines.filter(({ code }) => code === account).length)
  }
  expect((await person.ask('GET', '/api/imports')).body).toMatchObject({ total: 1 })
  expect((await person.ask('GET', '/api/runs')).body).toMatchObject({ total: 1 })

  const asked = await person.ask('POST', '/api/exports', { format: 'xlsx' })
  const exporting = (asked.body as { jobId: string }).jobId
  kills.push(await killDuring(exporting))
  const written = await ended(exporting)
  expect(written).toMatchObject({ state: 'done', failure: null })
  expect((await person.ask('GET', '/api/exports')).body).toMatchObject({ total: 1, rows: [{ accounts }] })
  // A small file may be written before anybody can see that it is being written.
  expect(kills.filter(Boolean).length).toBeGreaterThanOrEqual(2)

  await settingsKilled()
  expect((await person.ask('POST', '/api/audit/verify')).body).toMatchObject({ intact: true })
}, 240_000)

/** Changes settings until the server dies in the midst of it. */
async function settingsKilled(): Promise<void> {
  let acknowledged = 0
  const changes = (async () => {
    for (;;) {
      const body = { version: acknowledged + 1, companyName: `Company ${acknowledged + 1}` }
      const { status } = await person.ask('PATCH', '/api/settings', body)
      if (status === 200) acknowledged += 1
    }
  })().catch(() => undefined)
  await expect.poll(() => acknowledged, { timeout: 20_000 }).toBeGreaterThan(4)
  await server.end('SIGKILL')
  await changes
  await killAndRestart()
  const { version, companyName } = (await person.ask('GET', '/api/settings')).body as {
    version: number
    companyName: string
  }
  // The change under way may or may not have been written, but not by half.
  expect([acknowledged + 1, acknowledged + 2]).toContain(version)
  expect(companyName).toBe(`Company ${version - 1}`)
  const log = await person.ask('GET', '/api/audit?action=settings.updated&pageSize=1')
  expect(log.body).toMatchObject({ total: version - 1 })
}
