import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readClusterFile } from './cluster/read-cluster-file.ts'
import { numberFrom } from './embedded/engine-holder.fixture.ts'
import { freePort } from './embedded/free-port.ts'
import { type Engine, startEngine } from './embedded/start-engine.ts'
import { openNamedWarehouse, serverAddress } from './open-named-warehouse.ts'

const directory = mkdtempSync(join(tmpdir(), 'named '))
const noSecret = (): undefined => undefined
const servers: Server[] = []
let engine: Engine

beforeAll(async () => {
  engine = await startEngine({ directory: join(directory, 'engine'), durable: false, memoryBytes: 700_000_000 })
})

afterAll(async () => {
  for (const server of servers) server.close()
  await engine.stop()
  rmSync(directory, { recursive: true, force: true })
})

function addressOf(password: string, database = ''): string {
  return engine.url.replace('//', `//${engine.username}:${password}@`) + database
}

describe('a server', () => {
  test('gets the database and the tables, and keeps them', async () => {
    for (const expected of [0, 1]) {
      const { warehouse, close } = await openNamedWarehouse(addressOf(engine.password, '/books'), noSecret)
      expect(await numberFrom(warehouse, '(SELECT count() FROM import_event)')).toBe(expected)
      await warehouse.command(
        "INSERT INTO import_event (import_id, sequence, event) VALUES (1, 1, 'committed')",
        'insert',
      )
      await close()
    }
  })

  test('what is under way there ends when it is told to', async () => {
    const { warehouse, stop, close } = await openNamedWarehouse(addressOf(engine.password), noSecret)
    const long = warehouse.command('SELECT sleepEachRow(1) FROM numbers(20) SETTINGS max_block_size = 1', 'long')
    const startedAt = performance.now()
    setTimeout(() => void stop(), 200)
    await expect(long).rejects.toMatchObject({ code: 'warehouse.queryFailed', details: { query: 'long' } })
    expect(performance.now() - startedAt).toBeLessThan(8_000)
    await close()
  })

  test('that refuses the login, is not there, or is too old, is told in words', async () => {
    const nobody = `127.0.0.1:${await freePort()}`
    await expect(openNamedWarehouse(`http://${nobody}`, noSecret)).rejects.toMatchObject({
      code: 'warehouse.unreachable',
      details: { address: nobody, reason: expect.stringContaining('ECONNREFUSED') },
    })
    const refusing = await answering((_, response) => {
      response.writeHead(403, { 'x-clickhouse-exception-code': '516' })
      response.end('Code: 516. DB::Exception: u: Authentication failed. (AUTHENTICATION_FAILED)')
    })
    await expect(openNamedWarehouse(`http://u:wrong@${refusing}`, noSecret)).rejects.toMatchObject({
      code: 'warehouse.loginRefused',
      details: { address: refusing, username: 'u' },
    })
    const old = await answering((_, response) => response.end('{"version":"24.8.1.1"}\n'))
    await expect(openNamedWarehouse(`http://${old}`, noSecret)).rejects.toMatchObject({
      code: 'warehouse.tooOld',
      details: { address: old, found: '24.8.1.1', needed: '26.3' },
    })
  })

  test.each([
    ['http://h:8123', { url: 'http://h:8123', username: 'default', password: '', database: 'vitalfew' }],
    ['https://u:p%40s%2F@h/books', { url: 'https://h', username: 'u', password: 'p@s/', database: 'books' }],
  ])('has its parts in its address: %s', (text, parts) => expect(serverAddress(text)).toEqual(parts))

  test.each(['ftp://u:secret@h', 'http://u:secret@h/a/b', 'http://u:secret@h/x?y=1', 'http://u:secret@h:port'])(
    'cannot be named like %s',
    (text) => {
      expect(() => serverAddress(text)).toThrow(expect.objectContaining({ code: 'argument.invalid' }))
      expect(() => serverAddress(text)).not.toThrow(/secret/)
    },
  )
})

describe('a cluster file', () => {
  const shards = [['http://a:8123', 'http://b:8123'], ['http://c:8123']]

  test('says where nodes are, and where the password is', async () => {
    const file = written({ cluster: 'sales', shards, username: 'u', password: { environment: 'SECRET' } })
    const secret = (name: string): string => `value of ${name}`
    expect(await readClusterFile(file, secret)).toEqual({
      cluster: 'sales',
      database: 'vitalfew',
      username: 'u',
      password: 'value of SECRET',
      shards,
    })
    writeFileSync(join(directory, 'password'), 'from the file\n')
    const other = written({ cluster: 'sales', database: 'd', shards, password: { file: 'password' } })
    expect(await readClusterFile(other, noSecret)).toMatchObject({
      database: 'd',
      username: 'default',
      password: 'from the file',
    })
  })

  test.each([
    [{ shards }],
    [{ cluster: "x'; --", shards }],
    [{ cluster: 'c', shards: [] }],
    [{ cluster: 'c', shards: [[]] }],
    [{ cluster: 'c', shards: [['a:8123']] }],
    [{ cluster: 'c', shards, password: 'in the open' }],
    [{ cluster: 'c', shards, password: { environment: 'ABSENT' } }],
  ])('that says too little or too much is refused: %j', async (content) => {
    await expect(readClusterFile(written(content), noSecret)).rejects.toMatchObject({ code: 'config.invalid' })
  })

  test('that is not there is said to be so', async () => {
    await expect(openNamedWarehouse(join(directory, 'none.json'), noSecret)).rejects.toMatchObject({
      code: 'config.notFound',
    })
  })
})

/** Host and port of a server of another make, which answers everything alike. */
async function answering(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

function written(content: unknown): string {
  const file = join(directory, 'cluster.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
