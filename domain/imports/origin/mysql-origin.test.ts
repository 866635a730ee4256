import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchOrigin } from './fetch-origin.ts'
import { fixedLookup } from './fixed-lookup.ts'
import { mysqlRows } from './mysql-rows.ts'
import {
  hasMariadb,
  type OutsideMariadb,
  outsideMariadbPassword,
  startOutsideMariadb,
} from './outside-mariadb.fixture.ts'

if (!hasMariadb)
  console.warn('No MariaDB on this machine (Debian: mariadb-server-core): reading from one is not tested.')

const secrets = new Map([['MYSQL_SECRET', outsideMariadbPassword]])
const around = { secretOf: (name: string) => secrets.get(name), now: new Date('2025-06-01T00:00:00Z') }

type Origin = Parameters<typeof fetchOrigin>[0]

async function contentOf(origin: Origin, more: Partial<Parameters<typeof fetchOrigin>[1]> = {}) {
  const fetched = await fetchOrigin(origin, { ...around, ...more })
  const content = readFileSync(fetched.path, 'utf8')
  await fetched.discard()
  return { lines: content.trimEnd().split('\n'), highWater: fetched.origin.highWater?.value ?? null }
}

describe.skipIf(!hasMariadb)('MariaDB', () => {
  let server: OutsideMariadb
  let from = ''

  beforeAll(async () => {
    server = await startOutsideMariadb()
    from = server.url('shop')
    await server.run(
      `CREATE TABLE sale (id BIGINT UNSIGNED, day DATE, at DATETIME(6), code VARCHAR(20) COLLATE utf8mb4_bin,
        customer VARCHAR(40), amount DECIMAL(38, 10), isNew BIT(1), raw VARBINARY(8), note TEXT)`,
      `INSERT INTO sale VALUES
        (9007199254740993, '2025-01-02', '2025-01-02 03:04:05.678901', 'a', '客户 "𠮷野家"', 12345678901234567890.0123456789,
          b'1', X'FF00', NULL),
        (9007199254740994, '2025-02-28', '2025-01-02 03:04:05.678902', 'B', '多\n行', -0.1, b'0', 'text', ''),
        (9007199254740995, '0000-00-00', '2025-01-03', 'c', 'Ⅷ', 0, NULL, NULL, '😀')`,
    )
  })

  afterAll(() => server.stop())

  test('every cell comes as the server writes it, with all its digits', async () => {
    const { lines } = await contentOf({ from, query: 'SELECT * FROM sale ORDER BY id; ' })
    expect(lines.join('\n')).toBe(
      `"id","day","at","code","customer","amount","isNew","raw","note"
"9007199254740993","2025-01-02","2025-01-02 03:04:05.678901","a","客户 ""𠮷野家""","12345678901234567890.0123456789","1","0xff00",""
"9007199254740994","2025-02-28","2025-01-02 03:04:05.678902","B","多
行","-0.1000000000","0","text",""
"9007199254740995","0000-00-00","2025-01-03 00:00:00.000000","c","Ⅷ","0.0000000000","","","😀"`,
    )
  })

  test.each([
    ['id', '9007199254740993', 2, '9007199254740995'],
    ['ID', '9007199254740994', 1, '9007199254740995'],
    ['at', '2025-01-02 03:04:05.678901', 2, '2025-01-03 00:00:00.000000'],
    ['code', 'B', 2, 'c'],
    ['amount', '-0.1000000000', 2, '12345678901234567890.0123456789'],
    ['id', null, 3, '9007199254740995'],
  ])('beyond %s %s only what is new comes', async (column, value, rows, highest) => {
    const query = 'SELECT id, at, code, amount FROM sale -- all of it'
    const { lines, highWater } = await contentOf({ from, query, highWater: { column, value } })
    expect(lines).toHaveLength(rows + 1)
    expect(highWater).toBe(highest)
    const again = contentOf({ from, query, highWater: { column, value: highest } })
    await expect(again).rejects.toMatchObject({ code: 'origin.noRows' })
  })

  test.each([
    'DROP TABLE sale',
    'DELETE FROM sale',
    'SELECT 1; DELETE FROM sale',
    "SELECT 1 INTO OUTFILE '/tmp/never'",
    'SET GLOBAL max_connections = 1',
    'SELECT nothing',
    'SELECT 1) AS a WHERE (0',
    'SELECT id, id FROM sale',
  ])('what is no question is refused: %s', async (query) => {
    await expect(contentOf({ from, query })).rejects.toMatchObject({ code: 'origin.refused' })
    expect((await contentOf({ from, query: 'SELECT id FROM sale' })).lines).toHaveLength(4)
  })

  test('the password is in no error, and TLS that was asked for is not done without', async () => {
    secrets.set('WRONG', 'a wrong secret')
    const wrong = from.replace('MYSQL_SECRET', 'WRONG')
    const refused = await contentOf({ from: wrong, query: 'SELECT 1' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'origin.refused', details: { problem: expect.stringContaining('denied') } })
    expect(JSON.stringify(refused)).not.toContain('a wrong secret')
    for (const mode of ['REQUIRED', 'VERIFY_CA', 'VERIFY_IDENTITY']) {
      const asked = contentOf({ from: `${from}?ssl-mode=${mode}`, query: 'SELECT 1' })
      await expect(asked).rejects.toMatchObject({ details: { problem: expect.stringContaining('secure connection') } })
    }
    for (const unknown of ['?ssl=true', '?ssl-mode=maybe', '?socketPath=/tmp/x']) {
      const asked = contentOf({ from: `${from}${unknown}`, query: 'SELECT 1' })
      await expect(asked).rejects.toMatchObject({ code: 'argument.invalid' })
    }
  })

  test('it goes where the guard has looked, whatever the name says by now', async () => {
    const named = from.replace('127.0.0.1', 'no-such-host.invalid').replace('mysql:', 'mariadb:')
    const requireHost = () => Promise.resolve(fixedLookup(['127.0.0.1']))
    expect((await contentOf({ from: named, query: 'SELECT 7' }, { requireHost })).lines).toEqual(['"7"', '"7"'])
  })

  test('rows stay on the server until they are taken, and a fetch can be broken off', async () => {
    const sql = 'SELECT seq AS id, REPEAT("长", 100) AS note FROM seq_1_to_400000'
    const rows = mysqlRows({
      url: new URL(from.replace('{env:MYSQL_SECRET}', encodeURIComponent(outsideMariadbPassword))),
      sql,
    })
    expect((await rows.next()).value).toMatchObject({ columns: ['id', 'note'] })
    await pause(300)
    const running =
      "SELECT COUNT(*) AS n FROM information_schema.processlist WHERE info LIKE '%seq_1_to_400000%' AND id <> CONNECTION_ID()"
    expect((await contentOf({ from, query: running })).lines).toEqual(['"n"', '"1"'])
    await rows.return(undefined)
    const cancel = new AbortController()
    setTimeout(() => cancel.abort(), 100)
    const broken = contentOf({ from, query: sql }, { signal: cancel.signal })
    await expect(broken).rejects.toMatchObject({ code: 'run.cancelled' })
  })

  test('a server that dies in the middle is told', async () => {
    const half = contentOf({ from, query: 'SELECT seq, SLEEP(seq > 3000) FROM seq_1_to_3010' })
    setTimeout(() => void server.kill(), 300)
    await expect(half).rejects.toMatchObject({ code: 'origin.unreachable' })
  })
})

test.each([
  ['mysql://a@127.0.0.1:1/c', 'origin.unreachable'],
  ['mysql://a:pass@127.0.0.1:1/c', 'origin.secretInAddress'],
])('%s: %s', async (from, code) => {
  await expect(contentOf({ from, query: 'SELECT 1' })).rejects.toMatchObject({ code })
})
