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

/**
 * Kills the server twice for one job: as soon as the job is acknowledged, and again in the midst of its second
 * attempt, which may be over before anybody can see it. Tells how far the job was each time.
 */
async function killTwiceDuring(id: string): Promise<Job[]> {
  const seen = [await job(id)]
  await killAndRestart()
  for (;;) {
    const known = await job(id)
    if (known.finishedAt !== null) return seen
    if (known.state === 'running' && known.step !== 'starting') {
      seen.push(known)
      await killAndRestart()
      return seen
    }
    await delay(15)
  }
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
  const importing = (started.body as { jobId: string }).jobId
  expect((await killTwiceDuring(importing))[0]).toMatchObject({ kind: 'import', finishedAt: null })
  const imported = await ended(importing)
  expect(imported).toMatchObject({ state: 'done', failure: null })

  const running = imported.result.followedBy ?? ''
  // A run takes seconds: it is seen in its midst, too.
  const runsSeen = await killTwiceDuring(running)
  expect(runsSeen).toHaveLength(2)
  for (const seen of runsSeen) expect(seen.finishedAt).toBeNull()
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
  expect((await killTwiceDuring(exporting))[0]).toMatchObject({ finishedAt: null })
  const written = await ended(exporting)
  expect(written).toMatchObject({ state: 'done', failure: null })
  expect((await person.ask('GET', '/api/exports')).body).toMatchObject({ total: 1, rows: [{ accounts }] })

  await settingsKilled()
  expect((await person.ask('POST', '/api/audit/verify')).body).toMatchObject({ intact: true })
}, 480_000)

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
