import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Warehouse } from '../connect.ts'
import { connectTo, numberFrom } from './engine-holder.fixture.ts'
import { type Engine, startEngine } from './start-engine.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'engine access ')))
const secret = join(place, 'secret.txt')

let engine: Engine
let warehouse: Warehouse
let outside: Server
let visits = 0

beforeAll(async () => {
  writeFileSync(secret, 'only for its owner')
  engine = await startEngine({ directory: join(place, 'engine'), durable: false, memoryBytes: 2 ** 30 })
  warehouse = connectTo(engine)
  await warehouse.command('CREATE TABLE kept ENGINE = MergeTree ORDER BY () AS SELECT 42 AS answer', 'create')
  outside = createServer((_, response) => {
    visits += 1
    response.end('1\ta\n')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => outside.once('listening', resolve))
})

afterAll(async () => {
  await warehouse.close()
  await engine.stop()
  outside.close()
  rmSync(place, { recursive: true, force: true })
})

test('with the password of this start, the data is there', async () => {
  expect(await numberFrom(warehouse, '(SELECT answer FROM kept)')).toBe(42)
})

test('a wrong password is refused', async () => {
  const stranger = connectTo({ url: engine.url, password: 'x'.repeat(48) })
  await expect(numberFrom(stranger, '1')).rejects.toMatchObject({ code: 'warehouse.queryFailed' })
  await stranger.close()
})

// The engine's own user has no password, and the function file() asks for no right: nobody may even speak as that user.
test.each([
  ['nobody', {}],
  ['default', { 'X-ClickHouse-User': 'default' }],
  ['default, written as a login', { authorization: `Basic ${Buffer.from('default:').toString('base64')}` }],
  ['us, without the password', { 'X-ClickHouse-User': 'vitalfew' }],
  ['us, with a password in a header', { 'X-ClickHouse-User': 'vitalfew', 'X-ClickHouse-Key': 'guess' }],
])('a program that comes as %s gets no answer at all', async (_, headers) => {
  for (const query of ['SELECT 1', `SELECT file('${secret}')`, 'SELECT answer FROM kept']) {
    for (const path of [
      '/',
      '/?user=default&add_http_cors_header=1',
      '/play',
      '/ping',
      '/dashboard',
      '/replicas_status',
    ]) {
      const response = await fetch(new URL(path, engine.url), { method: 'POST', body: query, headers })
      expect({ path, status: response.status }).toEqual({ path, status: 404 })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
      expect(await response.text()).not.toMatch(/only for|42/)
    }
  }
})

test.each([
  ['file()', () => `SELECT * FROM file('${secret}', 'LineAsString')`],
  ['a table of a file', () => `CREATE TABLE stolen (line String) ENGINE = File(LineAsString, '${secret}')`],
  ['url()', () => `SELECT * FROM url('${outsideUrl()}', 'TSV', 'a UInt8, b String')`],
  ['a table of an address', () => `CREATE TABLE far (a UInt8, b String) ENGINE = URL('${outsideUrl()}', 'TSV')`],
  ['remote()', () => `SELECT * FROM remote('127.0.0.1:9000', 'system.one')`],
  ['postgresql()', () => `SELECT * FROM postgresql('127.0.0.1:5432', 'a', 'b', 'c', 'd')`],
  ['mysql()', () => `SELECT * FROM mysql('127.0.0.1:3306', 'a', 'b', 'c', 'd')`],
  ['s3()', () => `SELECT * FROM s3('${outsideUrl()}bucket/key', 'TSV', 'a UInt8, b String')`],
  ['sqlite()', () => `SELECT * FROM sqlite('${secret}', 'table')`],
  ['a dictionary of an address', () => dictionary()],
  ['a database of a folder', () => `CREATE DATABASE folder ENGINE = Filesystem('${place}')`],
  ['an answer into a file', () => `SELECT 1 INTO OUTFILE '${join(place, 'out')}'`],
  ['a program', () => `SELECT * FROM executable('/bin/ls', 'TSV', 'a String')`],
  ['a user', () => 'CREATE USER other'],
  ['the end of the engine', () => 'SYSTEM SHUTDOWN'],
])('our own user may not use %s', async (_, statement) => {
  await expect(warehouse.command(statement(), 'forbidden')).rejects.toMatchObject({
    code: 'warehouse.queryFailed',
    details: { query: 'forbidden' },
  })
  expect(visits).toBe(0)
})

function outsideUrl(): string {
  const address = outside.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`
}

function dictionary(): string {
  return `CREATE DICTIONARY far (a UInt64, b String) PRIMARY KEY a SOURCE(HTTP(URL '${outsideUrl()}' FORMAT 'TSV'))
    LAYOUT(FLAT()) LIFETIME(0)`
}
