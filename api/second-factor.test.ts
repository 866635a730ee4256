import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  administratorOn,
  type Browser,
  browserOn,
  openTestApp,
  password,
  type TestApp,
  textAt,
} from './test-app.fixture.ts'

let server: TestApp
let browser: Browser
let secret = ''
let backupCodes: string[] = []

beforeAll(async () => {
  server = await openTestApp()
  browser = await administratorOn(server)
})

afterAll(() => server.close())
beforeEach(async () => {
  await server.database.deleteFrom('rate_limit').execute()
})

/** The six digits of an authenticator (RFC 6238). */
function digits(base32: string, at = Date.now()): string {
  const bits = [...base32].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  const bytes = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', bytes).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const credentials = { email: 'ann@example.com', password }

test('it begins with the password, and counts only once a code has proved it', async () => {
  expect(await browser.ask('POST', '/api/me/second-factor', { password: 'wrong' })).toMatchObject({
    status: 422,
    body: { code: 'access.passwordWrong' },
  })
  const begun = await browser.ask('POST', '/api/me/second-factor', { password })
  secret = new URL(textAt(begun.body, 'address')).searchParams.get('secret') ?? ''
  backupCodes = (JSON.parse(begun.text) as { backupCodes: string[] }).backupCodes
  expect(secret.length).toBeGreaterThan(20)
  expect(new Set(backupCodes).size).toBe(10)
  expect((await browserOn(server).ask('POST', '/api/session', credentials)).body).toEqual({ state: 'signedIn' })
  expect((await browser.ask('POST', '/api/me/second-factor/confirm', { code: '000000' })).status).toBe(422)
  expect((await browser.ask('POST', '/api/me/second-factor/confirm', { code: digits(secret) })).status).toBe(200)
  expect((await browser.ask('GET', '/api/session')).body).toMatchObject({ hasSecondFactor: true })
  expect((await browser.ask('POST', '/api/me/second-factor', { password })).status).toBe(409)
})

test('the password alone opens nothing any more', async () => {
  const half = browserOn(server)
  expect((await half.ask('POST', '/api/session', credentials)).body).toEqual({ state: 'secondFactor' })
  expect((await half.ask('GET', '/api/session')).status).toBe(401)
  expect((await half.ask('POST', '/api/session/second-factor', { code: '123456' })).status).toBe(422)
  expect((await half.ask('GET', '/api/session')).status).toBe(401)
  const code = digits(secret)
  expect((await half.ask('POST', '/api/session/second-factor', { code })).body).toEqual({ state: 'signedIn' })
  expect((await half.ask('GET', '/api/session')).status).toBe(200)
})

test('a backup code works once', async () => {
  const [code = ''] = backupCodes
  const enter = async (): Promise<number> => {
    const half = browserOn(server)
    await half.ask('POST', '/api/session', credentials)
    return (await half.ask('POST', '/api/session/second-factor', { code, kind: 'backup' })).status
  }
  expect([await enter(), await enter()]).toEqual([200, 422])
})

test('a code without a password before it opens nothing', async () => {
  const code = digits(secret)
  expect((await browserOn(server).ask('POST', '/api/session/second-factor', { code })).status).toBe(422)
})

test('guessing codes ends soon', async () => {
  const half = browserOn(server)
  await half.ask('POST', '/api/session', credentials)
  for (let guess = 0; guess < 6; guess += 1) {
    await half.ask('POST', '/api/session/second-factor', { code: `00000${guess}` })
  }
  expect((await half.ask('POST', '/api/session/second-factor', { code: digits(secret) })).status).not.toBe(200)
})

test('what is kept of it is encrypted, and the audit log knows of it', async () => {
  const rows = await server.database.selectFrom('person_second_factor').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(backupCodes[1] ?? 'none')
  const log = await browser.ask('GET', '/api/audit?action=user.secondFactor')
  expect(log.body).toMatchObject({ rows: [{ action: 'user.secondFactorOn', actorName: 'Ann' }] })
})

test('it ends with the password', async () => {
  expect((await browser.ask('POST', '/api/me/second-factor/removal', { password: 'wrong' })).status).toBe(422)
  expect((await browser.ask('POST', '/api/me/second-factor/removal', { password })).status).toBe(200)
  expect((await browserOn(server).ask('POST', '/api/session', credentials)).body).toEqual({ state: 'signedIn' })
})
