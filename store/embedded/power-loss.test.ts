import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { StoreLogin } from '../client.ts'
import { serversOf } from './server-processes.ts'
import { startStore } from './start-store.ts'
import { asRoot, discard, holdStore, millisecondsUntilGone } from './store-holder.fixture.ts'

// A file system in a file. What the server has not forced out of memory is not in the file, so a copy of the file is
// what a disk holds when the power fails.

let place = ''
let mounts: string[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'store power ')))
})

afterEach(() => {
  for (const mount of mounts) spawnSync('umount', ['--lazy', mount])
  mounts = []
  rmSync(place, { recursive: true, force: true })
})

describe.skipIf(!mayMount())('when the power fails in the middle of commits', () => {
  test.each([1, 2])('no acknowledged commit is lost (round %i)', async () => {
    const { acknowledged, found } = await powerLoss('durable')
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
  })

  test('without durability this very test finds losses', async () => {
    const { acknowledged, found } = await powerLoss('fast')
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(acknowledged.filter((id) => !found.has(id)).length).toBeGreaterThan(0)
  })
})

async function powerLoss(how: 'durable' | 'fast'): Promise<{ acknowledged: number[]; found: ReadonlySet<number> }> {
  const image = join(place, 'disk')
  execFileSync('truncate', ['--size=400M', image])
  execFileSync('mkfs.ext4', ['-q', image])
  const disk = mounted(image)
  const held = await holdStore([join(disk, 'store'), how])
  const { holder, answer } = held
  const login = { ...answer, host: String(answer['host']), port: 5432, password: String(answer['password']) }
  const acknowledged = await writeUntilKilled({ ...login, user: 'vitalfew', database: 'vitalfew' }, () => {
    holder.kill('SIGSTOP')
    for (const server of serversOf(join(disk, 'store', 'data'))) process.kill(server, 'SIGKILL')
    execFileSync('cp', ['--sparse=always', image, `${image}.copy`])
  })
  await discard(held)
  await millisecondsUntilGone(join(disk, 'store', 'data'))
  return { acknowledged, found: await idsOn(mounted(`${image}.copy`)) }
}

/** Four connections insert one row per commit; a fifth takes the server to many files by making tables of its own. */
async function writeUntilKilled(login: StoreLogin, kill: () => void): Promise<number[]> {
  const acknowledged: number[] = []
  let next = 0
  await work(login, async (client) => {
    await client.query('CREATE TABLE written (id bigint PRIMARY KEY, filling text NOT NULL)')
  })
  const writers = Array.from({ length: 4 }, () =>
    work(login, async (client) => {
      for (;;) {
        const id = (next += 1)
        await client.query('INSERT INTO written VALUES ($1, $2)', [id, 'x'.repeat(500)])
        acknowledged.push(id)
      }
    }),
  )
  const tables = work(login, async (client) => {
    for (let table = 0; ; table += 1) await client.query(`CREATE TABLE filling_${table} AS SELECT 1 AS one`)
  })
  await sleep(1_500)
  kill()
  const before = acknowledged.length
  await Promise.allSettled([...writers, tables])
  // Nothing can have been acknowledged by a dead server, but an answer may still have been on its way.
  expect(acknowledged.length - before).toBeLessThanOrEqual(4)
  return acknowledged
}

async function idsOn(disk: string): Promise<ReadonlySet<number>> {
  if (!existsSync(join(disk, 'store', 'secret'))) return new Set()
  const store = await startStore({ directory: join(disk, 'store'), durable: true }).catch(() => undefined)
  if (store === undefined) return new Set()
  try {
    const found = new Set<number>()
    await work(store.connection, async (client) => {
      const { rows } = await client.query<{ id: string; size: number }>(
        'SELECT id, length(filling) AS size FROM written',
      )
      for (const row of rows) if (row.size === 500) found.add(Number(row.id))
    }).catch(() => undefined)
    return found
  } finally {
    await store.stop()
  }
}

async function work(login: StoreLogin, task: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(login)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await task(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function mounted(image: string): string {
  const directory = `${image} mounted`
  mkdirSync(directory)
  execFileSync('mount', ['-o', 'loop', image, directory])
  mounts.push(directory)
  return directory
}

/** Root in a full machine may mount; root in most containers may not. */
function mayMount(): boolean {
  if (!asRoot || process.platform !== 'linux') return false
  const probe = mkdtempSync(join(tmpdir(), 'mount '))
  const image = join(probe, 'image')
  const commands = [
    ['truncate', '--size=8M', image],
    ['mkfs.ext4', '-q', image],
    ['mount', '-o', 'loop', image, probe],
    ['umount', probe],
  ]
  const works = commands.every(([program = '', ...rest]) => spawnSync(program, rest).status === 0)
  rmSync(probe, { recursive: true, force: true })
  return works
}
