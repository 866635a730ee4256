import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ordinaryAccount, type RootWay } from './run-as.ts'
import { type EmbeddedStore, startStore } from './start-store.ts'
import { asRoot, everybodyCanRun, discard, holdStore, millisecondsUntilGone, nobody } from './store-holder.fixture.ts'

let place = ''
/** A home directory that only its owner may enter. */
let home = ''
let stores: EmbeddedStore[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'store users ')))
  home = join(place, 'home')
  mkdirSync(home, { mode: 0o700 })
})

afterEach(async () => {
  await Promise.all(stores.map((store) => store.stop()))
  stores = []
  rmSync(place, { recursive: true, force: true })
})

describe.skipIf(!asRoot)('as root', () => {
  test('in a user namespace the server and its files stay with root', async () => {
    const directory = join(home, 'store')
    const store = await started(directory, ['userNamespace'])
    expect(await answerOf(store)).toBe(1)
    expect(userOf(Number(store.processId()))).toBe(0)
    expect(statSync(join(directory, 'data')).uid).toBe(0)
  })

  test.skipIf(!everybodyCanRun())('as another account below a directory that account may not enter', async () => {
    const directory = join(home, 'store')
    const account = ordinaryAccount()?.userId
    const store = await started(directory, ['otherUser'])
    expect(await answerOf(store)).toBe(1)
    expect(userOf(Number(store.processId()))).toBe(account)
    expect(statSync(join(directory, 'data')).uid).toBe(account)
    expect(statSync(home)).toMatchObject({ uid: 0, mode: 0o40700 })
    process.kill(Number(store.processId()), 'SIGKILL')
    await expect.poll(() => store.restarts()).toBe(1)
    await store.ready()
    expect(await answerOf(store)).toBe(1)
  })

  test.skipIf(!everybodyCanRun())('data may change from one way to the other and back', async () => {
    for (const way of ['userNamespace', 'otherUser', 'userNamespace'] as const) {
      const store = await started(join(home, 'store'), [way])
      expect(await answerOf(store)).toBe(1)
      await store.stop()
    }
  })

  test.skipIf(!everybodyCanRun())('data of an ordinary user stays with that user', async () => {
    const directory = ownHomeOfNobody()
    const held = await holdStore([directory], nobody)
    expect(held.answer).toMatchObject({ database: 'vitalfew' })
    await discard(held)
    await millisecondsUntilGone(join(directory, 'data'))
    const store = await started(directory)
    expect(await answerOf(store)).toBe(1)
    expect(userOf(Number(store.processId()))).toBe(nobody)
    expect(statSync(join(directory, 'data')).uid).toBe(nobody)
  })

  test('without a way the error says what to do', async () => {
    await expect(startStore({ directory: home, durable: false, rootWays: [] })).rejects.toMatchObject({
      code: 'store.startFailed',
      details: { remedy: expect.stringContaining('ordinary user') },
    })
  })
})

describe.skipIf(asRoot && !everybodyCanRun())('as an ordinary user', () => {
  test.each(['kernel', 'watcher'])('starts in a home of its own and dies with its parent (%s)', async (who) => {
    const directory = asRoot ? ownHomeOfNobody() : join(home, 'store')
    const held = await holdStore([directory, 'busy', who], asRoot ? nobody : undefined)
    const pid = Number(held.answer['pid'])
    expect(userOf(pid)).toBe(asRoot ? nobody : process.getuid?.())
    await discard(held)
    expect(await millisecondsUntilGone(join(directory, 'data'))).toBeLessThan(3_000)
  })

  test('a directory that cannot be written is an error of the system', async () => {
    const directory = asRoot ? ownHomeOfNobody() : join(home, 'store')
    mkdirSync(directory, { recursive: true, mode: 0o500 })
    if (asRoot) chownSync(directory, nobody, nobody)
    chmodSync(directory, 0o500)
    const { answer } = await holdStore([directory], asRoot ? nobody : undefined)
    expect(answer).toMatchObject({ code: 'output.notWritable', path: directory, problem: 'EACCES' })
    chmodSync(directory, 0o700)
  })
})

async function started(directory: string, rootWays?: readonly RootWay[]): Promise<EmbeddedStore> {
  const store = await startStore({ directory, durable: false, ...(rootWays === undefined ? {} : { rootWays }) })
  stores.push(store)
  return store
}

async function answerOf(store: EmbeddedStore): Promise<number | undefined> {
  const client = new pg.Client(store.connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ one: number }>('SELECT 1 AS one')
    return rows[0]?.one
  } finally {
    await client.end()
  }
}

function ownHomeOfNobody(): string {
  chmodSync(place, 0o755)
  chownSync(home, nobody, nobody)
  return join(home, 'store')
}

/** The user a process runs as, seen from here; undefined where the system has no process table. */
function userOf(processId: number): number | undefined {
  const file = `/proc/${processId}/status`
  const [, user] = existsSync(file) ? (/^Uid:\s+(\d+)/m.exec(readFileSync(file, 'utf8')) ?? []) : []
  return user === undefined ? undefined : Number(user)
}
