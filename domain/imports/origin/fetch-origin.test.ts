import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { outsideBinaries, type OutsideServer, startOutsideServer } from '@vitalfew/store/outside-server.fixture.ts'
import { type Engine, startEngine } from '@vitalfew/warehouse/embedded/start-engine.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchOrigin } from './fetch-origin.ts'
import { fixedLookup } from './fixed-lookup.ts'
import type { HostGuard } from './public-host.ts'
import { authorizationOf } from './signed-request.ts'

const folder = mkdtempSync(join(tmpdir(), 'origins '))
const now = new Date('2025-06-01T00:00:00Z')
const secrets = new Map([['PG_SECRET', 'an outside password']])
const around = { secretOf: (name: string) => secrets.get(name), now }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function contentOf(origin: Parameters<typeof fetchOrigin>[0], requireHost?: HostGuard) {
  const fetched = await fetchOrigin(origin, { ...around, requireHost })
  const content = readFileSync(fetched.path, 'utf8')
  await fetched.discard()
  return { content, highWater: fetched.origin.highWater?.value ?? null }
}

/** Found this machine for a name that nobody else would find: whoever looks a second time fails. */
const here: HostGuard = () => Promise.resolve(fixedLookup(['127.0.0.1']))

function renamed(from: string): string {
  return from.replace('127.0.0.1', 'no-such-host.invalid')
}

describe('PostgreSQL', () => {
  let server: OutsideServer
  let from = ''
  const query = `SELECT n AS id, date '2025-01-01' + n AS day, '客户 "' || n % 7 AS customer, n * 1.5 AS amount
    FROM generate_series(1, 6000) AS n`

  beforeAll(async () => {
    const [binaries] = outsideBinaries()
    if (binaries === undefined) throw new Error('a server comes along')
    server = await startOutsideServer(binaries)
    await server.createDatabase('shop')
    from = server.url('shop').replace('an%20outside%20password', '{env:PG_SECRET}')
  })

  afterAll(() => server.stop())

  test('every row comes as the server writes it', async () => {
    const { content } = await contentOf({ from, query: `${query} ORDER BY id;` })
    const lines = content.trimEnd().split('\n')
    expect(lines).toHaveLength(6001)
    expect(lines.slice(0, 2)).toEqual(['"id","day","customer","amount"', '"1","2025-01-02","客户 ""1","1.5"'])
  })

  test('it goes where the guard has looked', async () => {
    expect(await contentOf({ from: renamed(from), query: 'SELECT 1 AS n' }, here)).toMatchObject({
      content: '"n"\n"1"\n',
    })
  })

  test('beyond a value only what is new comes, in the order of numbers and not of texts', async () => {
    const first = await contentOf({ from, query, highWater: { column: 'id', value: '5998' } })
    expect(first.content.trimEnd().split('\n')).toHaveLength(3)
    expect(first.highWater).toBe('6000')
    await expect(contentOf({ from, query, highWater: { column: 'id', value: '6000' } })).rejects.toMatchObject({
      code: 'origin.noRows',
    })
  })

  test.each(['SELECT lo_create(0)', 'SELECT * FROM nowhere', 'DROP DATABASE shop', 'SELECT 1; DROP TABLE x'])(
    'nothing can be changed by a query: %s',
    async (bad) => {
      await expect(contentOf({ from, query: bad })).rejects.toMatchObject({ code: 'origin.refused' })
    },
  )

  test('a wrong password is told without the password', async () => {
    secrets.set('WRONG', 'a wrong secret')
    const refused = await contentOf({ from: from.replace('PG_SECRET', 'WRONG'), query: 'SELECT 1' }).catch(
      (error: unknown) => error,
    )
    expect(refused).toMatchObject({ code: 'origin.refused' })
    expect(JSON.stringify(refused)).not.toContain('a wrong secret')
  })
})

describe('ClickHouse', () => {
  let engine: Engine
  let from = ''

  beforeAll(async () => {
    engine = await startEngine({ directory: join(folder, 'engine'), durable: false, memoryBytes: 700_000_000 })
    writeFileSync(join(folder, 'secret'), `${engine.password}\n`)
    from = `clickhouse://${engine.username}:{file:${join(folder, 'secret')}}@${new URL(engine.url).host}/default`
  })

  afterAll(() => engine.stop())

  const query =
    "SELECT number AS id, toDate('2025-01-01') + number AS day, concat('客户', toString(number)) AS customer FROM numbers(12)"

  test('every row comes with its header', async () => {
    const { content } = await contentOf({ from, query })
    expect(content.split('\n').slice(0, 2)).toEqual(['"id","day","customer"', '0,"2025-01-01","客户0"'])
  })

  test.each([
    ['id', '9', 3, '11'],
    ['day', '2025-01-10', 3, '2025-01-12'],
    ['id', null, 13, '11'],
  ])('beyond %s %s only what is new comes', async (column, value, lines, highest) => {
    const { content, highWater } = await contentOf({ from, query, highWater: { column, value } })
    expect(content.trimEnd().split('\n')).toHaveLength(lines)
    expect(highWater).toBe(highest)
  })

  test('it goes where the guard has looked', async () => {
    expect(await contentOf({ from: renamed(from), query: 'SELECT 1 AS n' }, here)).toMatchObject({
      content: '"n"\n1\n',
    })
  })

  test('what the server says is passed on', async () => {
    await expect(contentOf({ from, query: 'SELECT nothing' })).rejects.toMatchObject({ code: 'origin.refused' })
    await expect(contentOf({ from, query, highWater: { column: 'x', value: null } })).rejects.toMatchObject({
      code: 'argument.invalid',
    })
  })
})

describe('addresses', () => {
  let server: Server
  let host = ''
  const asked: (string | undefined)[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.headers.authorization)
      if (request.url === '/moved') response.writeHead(302, { location: 'http://elsewhere.invalid/sales.csv' }).end()
      else if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a,b\n'))
      else if (request.url === '/bucket/%E9%94%80%E5%94%AE.csv' || request.url === '/sales.csv')
        response.end('a,b\n1,2\n')
      else response.writeHead(404).end()
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    host = typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
  })

  afterAll(() => void server.close())

  test('a file is fetched, with a login where there is one', async () => {
    expect(await contentOf({ from: `http://me:{env:PG_SECRET}@${host}/sales.csv`, query: '' })).toMatchObject({
      content: 'a,b\n1,2\n',
    })
    expect(asked.at(-1)).toBe(`Basic ${Buffer.from('me:an outside password').toString('base64')}`)
    await expect(contentOf({ from: `http://${host}/gone.csv`, query: '' })).rejects.toMatchObject({
      details: { problem: '404 Not Found' },
    })
  })

  test('every address on the way is looked at, and asked where it was found', async () => {
    const looked: string[] = []
    const guard: HostGuard = (url) => {
      looked.push(url.hostname)
      if (url.hostname === 'elsewhere.invalid') throw new ProductError('origin.privateAddress', { host: url.hostname })
      return here(url)
    }
    const from = renamed(`http://me:{env:PG_SECRET}@${host}/sales.csv`)
    expect(await contentOf({ from, query: '' }, guard)).toMatchObject({ content: 'a,b\n1,2\n' })
    const moved = contentOf({ from: renamed(`http://${host}/moved`), query: '' }, guard)
    await expect(moved).rejects.toMatchObject({ code: 'origin.privateAddress' })
    expect(looked).toEqual(['no-such-host.invalid', 'no-such-host.invalid', 'elsewhere.invalid'])
  })

  test('what is kept packed is unpacked', async () => {
    expect(await contentOf({ from: `http://${host}/packed`, query: '' })).toMatchObject({ content: 'a,b\n' })
  })

  test('an object is asked for with a signature', async () => {
    await contentOf({
      from: `s3://KEY:{env:PG_SECRET}@${host}/bucket/销售.csv?insecure=1&region=cn-north-1`,
      query: '',
    })
    expect(asked.at(-1)).toMatch(
      /^AWS4-HMAC-SHA256 Credential=KEY\/20250601\/cn-north-1\/s3\/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature=[0-9a-f]{64}$/,
    )
  })

  test('the signature is that of the example in the documentation of Amazon S3 (GET Object)', () => {
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
    }
    const login = { key: ['AKIA', 'IOSFODNN7EXAMPLE'].join(''), secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
    expect(authorizationOf({ path: '/test.txt', headers, region: 'us-east-1', ...login })).toContain(
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    )
  })

  test.each([
    ['ftp://a/b', 'origin.unknownScheme'],
    ['/a/file', 'origin.unknownScheme'],
    ['postgres://me:pass@host/db', 'origin.secretInAddress'],
    ['postgres://me:{env:NOT_SET}@host/db', 'origin.secretMissing'],
    ['postgres://me:{file:/not/there}@host/db', 'origin.secretMissing'],
    ['https://127.0.0.1:1/a.csv', 'origin.unreachable'],
    ['postgres://me@127.0.0.1:1/db', 'origin.unreachable'],
  ])('%s: %s', async (from, code) => {
    const refused = await contentOf({ from, query: 'SELECT 1' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code })
    expect(JSON.stringify(refused)).not.toContain(':pass@')
  })
})
