import { statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runProgram, testFolder } from './run-program.fixture.ts'
import { administrator, type Served, serveIn, setUp, visitorOf } from './served.fixture.ts'

let folder: ReturnType<typeof testFolder>
let running: Served[] = []

beforeEach(() => {
  folder = testFolder()
})

afterEach(async () => {
  await Promise.all(running.map((server) => server.end('SIGKILL')))
  running = []
  folder.remove()
})

async function serve(environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const served = await serveIn(folder.path, { words: ['--workspace', 'ws'], environment })
  running.push(served)
  return served
}

test('it starts, is set up once, ends in good order, and is there again', async () => {
  const first = await serve()
  const nobody = visitorOf(first.url)
  expect(await nobody.ask('GET', '/health')).toEqual({ status: 200, body: { alive: true } })
  expect((await nobody.ask('GET', '/ready')).status).toBe(200)
  expect((await nobody.ask('GET', '/api/users')).status).toBe(401)
  const ann = await setUp(first)
  expect((await ann.ask('GET', '/api/users')).body).toMatchObject({ rows: [{ name: 'Ann', role: 'administrator' }] })
  expect(statSync(join(folder.path, 'ws', 'server-secret')).mode & 0o777).toBe(0o600)

  const second = await runProgram(['serve', '--workspace', 'ws', '--port', '0', '--locale', 'en'], { cwd: folder.path })
  expect(second).toMatchObject({ code: 5, err: expect.stringContaining('serve') })

  const asked = performance.now()
  expect(await first.end('SIGTERM')).toBe(0)
  expect(performance.now() - asked).toBeLessThan(15_000)

  const again = await serve()
  expect(again.setupToken).toBeUndefined()
  expect((await ann.at(again.url).ask('GET', '/api/session')).body).toMatchObject({ name: 'Ann' })
  expect(await again.end('SIGINT')).toBe(0)
}, 120_000)

test('a port that is taken is told in words, and the workspace is given back', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const words = ['serve', '--workspace', 'ws', '--port', port, '--locale', 'en']
  const finished = await runProgram(words, { cwd: folder.path })
  expect(finished).toMatchObject({ code: 2, err: expect.stringContaining(`127.0.0.1:${port}`) })
  other.close()
  const fresh = await serve()
  expect(fresh.setupToken).toBeDefined()
}, 120_000)

test('two servers beside each other are one', async () => {
  const [store, warehouse] = await Promise.all([
    openEmbeddedStore({ directory: join(folder.path, 'store'), durable: false }),
    openEmbeddedWarehouse({ directory: join(folder.path, 'warehouse'), durable: false }),
  ])
  try {
    const { host, port, user, password, database } = store.server.connection
    const { url, username, password: ofWarehouse } = warehouse.engine
    const environment = {
      DATABASE_URL: `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
      WAREHOUSE_URL: url.replace('//', `//${username}:${ofWarehouse}@`) + '/vitalfew',
    }
    const [one, two] = [await serve(environment), await serve(environment)]
    const ann = await setUp(one)
    expect(two.setupToken).toBeDefined()
    const late = await visitorOf(two.url).ask('POST', '/api/setup', { token: two.setupToken, ...administrator })
    expect(late.status).toBe(409)
    expect((await ann.at(two.url).ask('GET', '/api/session')).body).toMatchObject({ name: 'Ann' })
    await ann.at(two.url).ask('PATCH', '/api/settings', { version: 1, companyName: 'Two' })
    expect((await ann.ask('GET', '/api/settings')).body).toMatchObject({ companyName: 'Two', version: 2 })
    const wrong = { email: 'ann@example.com', password: 'wrong' }
    const statuses = []
    for (let guess = 0; guess < 6; guess += 1) {
      statuses.push((await visitorOf([one.url, two.url][guess % 2] ?? '').ask('POST', '/api/session', wrong)).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    expect((await ann.ask('DELETE', '/api/session')).status).toBe(200)
    expect((await ann.at(two.url).ask('GET', '/api/session')).status).toBe(401)

    const stranger = { ...environment, VITALFEW_SECRET: 'another secret of more than thirty-two signs' }
    const refused = await runProgram(['serve', '--workspace', 'ws', '--port', '0', '--locale', 'en'], {
      cwd: folder.path,
      environment: stranger,
    })
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('secret') })
    await Promise.all(running.map((server) => server.end('SIGTERM')))
  } finally {
    await Promise.all([store.close(), warehouse.close()])
  }
}, 180_000)

test('what is backed up is there again in a new workspace, people and all', async () => {
  const server = await serve()
  const ann = await setUp(server)
  await ann.ask('PATCH', '/api/settings', { version: 1, companyName: '要客公司' })
  expect((await runProgram(['backup', '--workspace', 'ws', '--to', 'a.tar'], { cwd: folder.path })).code).toBe(5)
  await server.end('SIGTERM')
  const run = (words: readonly string[]) => runProgram([...words, '--locale', 'en'], { cwd: folder.path })
  expect(await run(['backup', '--workspace', 'ws', '--to', 'a.tar'])).toMatchObject({ code: 0, err: '' })
  expect(await run(['backup', '--workspace', 'ws', '--to', 'a.tar'])).toMatchObject({ code: 4 })
  expect(await run(['backup', '--workspace', 'nowhere', '--to', 'b.tar'])).toMatchObject({ code: 2 })
  expect(await run(['restore', '--from', 'none.tar', '--workspace', 'new'])).toMatchObject({ code: 3 })
  expect(await run(['restore', '--from', 'a.tar', '--workspace', 'new'])).toMatchObject({ code: 0, err: '' })
  expect(await run(['restore', '--from', 'a.tar', '--workspace', 'new'])).toMatchObject({ code: 3 })
  const restored = await serveIn(folder.path, { words: ['--workspace', 'new'] })
  running.push(restored)
  expect(restored.setupToken).toBeUndefined()
  const again = visitorOf(restored.url)
  expect((await again.ask('POST', '/api/session', administrator)).status).toBe(200)
  expect((await again.ask('GET', '/api/settings')).body).toMatchObject({ companyName: '要客公司' })
}, 180_000)
