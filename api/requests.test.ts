import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  administratorOn,
  type Browser,
  browserOn,
  openTestApp,
  personOn,
  type TestApp,
  textAt,
} from './test-app.fixture.ts'

let server: TestApp
let administrator: Browser

beforeAll(async () => {
  server = await openTestApp()
  administrator = await administratorOn(server)
})

afterAll(() => server.close())
beforeEach(async () => {
  await server.database.deleteFrom('rate_limit').execute()
})

describe('a page of somebody else', () => {
  const rename = { name: 'Eve' }
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of the same machine', { origin: 'http://127.0.0.1:9999' }],
    ['no origin, as in a sandbox', { origin: 'null' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('cannot change anything: %s', async (_name, headers) => {
    const forged = browserOn(server)
    for (const [name, value] of administrator.cookies) forged.cookies.set(name, value)
    Object.assign(forged.headers, headers)
    expect(await forged.ask('PATCH', '/api/me', rename)).toMatchObject({
      status: 403,
      body: { code: 'access.crossOrigin' },
    })
    expect((await administrator.ask('GET', '/api/session')).body).toMatchObject({ name: 'Ann' })
  })

  test('a cookie without any word on where the request comes from is not enough', async () => {
    const forged = browserOn(server)
    for (const [name, value] of administrator.cookies) forged.cookies.set(name, value)
    delete forged.headers['origin']
    expect((await forged.ask('PATCH', '/api/me', rename)).status).toBe(403)
    expect((await forged.ask('GET', '/api/session')).status).toBe(200)
  })

  test('a name that leads to this machine is not this server', async () => {
    const rebound = browserOn(server)
    rebound.headers['host'] = 'evil.example'
    expect(await rebound.ask('GET', '/api/start')).toMatchObject({ status: 421, body: { code: 'access.wrongHost' } })
  })
})

describe('an API key', () => {
  const withKey = (key: string): Browser => {
    const program = browserOn(server)
    delete program.headers['origin']
    program.headers['authorization'] = `Bearer ${key}`
    return program
  }
  const keyOf = async (browser: Browser, scopes: readonly string[]): Promise<{ key: string; id: string }> => {
    const made = await browser.ask('POST', '/api/me/keys', { name: 'a program', scopes })
    expect(made.status).toBe(201)
    return { key: textAt(made.body, 'key'), id: textAt(made.body, 'apiKey', 'id') }
  }

  test('may what its scopes say, and no more', async () => {
    const reader = withKey((await keyOf(administrator, ['read'])).key)
    expect((await reader.ask('GET', '/api/session')).status).toBe(200)
    expect(await reader.ask('PATCH', '/api/settings', { version: 1 })).toMatchObject({
      status: 403,
      body: { code: 'access.keyScope', details: { scope: 'administer' } },
    })
    const all = withKey((await keyOf(administrator, ['administer'])).key)
    expect((await all.ask('PATCH', '/api/settings', { version: 1, companyName: 'Key' })).status).toBe(200)
    expect(await all.ask('POST', '/api/me/keys', { name: 'another', scopes: ['read'] })).toMatchObject({
      status: 403,
      body: { code: 'access.notByKey' },
    })
  })

  test('never may what its owner may not, from the moment they may not', async () => {
    const analyst = await personOn(server, administrator, { role: 'analyst' })
    const program = withKey((await keyOf(analyst, ['administer'])).key)
    expect((await program.ask('GET', '/api/field-rights')).status).toBe(200)
    expect((await program.ask('GET', '/api/users')).status).toBe(403)
    await administrator.ask('PATCH', `/api/users/${analyst.userId}`, { role: 'viewer' })
    expect((await program.ask('GET', '/api/field-rights')).status).toBe(403)
    await administrator.ask('PATCH', `/api/users/${analyst.userId}`, { isActive: false })
    expect((await program.ask('GET', '/api/session')).status).toBe(401)
  })

  test('is dead once revoked or expired, and is not taken from a cookie', async () => {
    const { key, id } = await keyOf(administrator, ['read'])
    const program = withKey(key)
    expect((await program.ask('GET', '/api/session')).status).toBe(200)
    const inCookie = browserOn(server)
    inCookie.cookies.set('vitalfew.session_token', key)
    expect((await inCookie.ask('GET', '/api/session')).status).toBe(401)
    await server.database
      .updateTable('api_key')
      .set({ expires_at: new Date(0) })
      .where('id', '=', id)
      .execute()
    expect((await program.ask('GET', '/api/session')).status).toBe(401)
    await server.database.updateTable('api_key').set({ expires_at: null }).where('id', '=', id).execute()
    await administrator.ask('DELETE', `/api/me/keys/${id}`)
    expect((await program.ask('GET', '/api/session')).status).toBe(401)
  })

  test('of somebody else cannot be revoked by guessing its number', async () => {
    const { key, id } = await keyOf(administrator, ['read'])
    const viewer = await personOn(server, administrator, { role: 'viewer' })
    expect((await viewer.ask('DELETE', `/api/me/keys/${id}`)).status).toBe(404)
    expect((await withKey(key).ask('GET', '/api/session')).status).toBe(200)
  })

  test('is kept as a digest only', async () => {
    const { key, id } = await keyOf(administrator, ['read'])
    const row = await server.database.selectFrom('api_key').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row.hash).toBe(createHash('sha256').update(key).digest('hex'))
    expect(JSON.stringify(row)).not.toContain(key.slice(11))
  })

  test('that asks too often is asked to wait', async () => {
    const { key } = await keyOf(administrator, ['read'])
    const program = withKey(key)
    await program.ask('GET', '/api/session')
    await server.database.updateTable('rate_limit').set({ hits: 600 }).where('key', 'like', 'key:%').execute()
    const refused = await program.ask('GET', '/api/session')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

test.each(['/health', '/api/start', '/api/users', '/api/no-such', '/nothing.js'])(
  '%s carries the headers that keep a browser in bounds',
  async (path) => {
    const { headers } = await browserOn(server).ask('GET', path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  },
)

test('a body that is too large, or no JSON, is told as such', async () => {
  const large = { name: 'x'.repeat(2 << 20) }
  expect(await administrator.ask('PATCH', '/api/me', large)).toMatchObject({
    status: 413,
    body: { code: 'request.tooLarge' },
  })
  const cookie = [...administrator.cookies].map((pair) => pair.join('=')).join('; ')
  const broken = await server.app.request('http://127.0.0.1:8080/api/me', {
    method: 'PATCH',
    headers: { cookie, origin: 'http://127.0.0.1:8080', 'content-type': 'application/json' },
    body: '{"name":',
  })
  expect(broken.status).toBe(422)
  expect(await broken.json()).toMatchObject({ code: 'request.invalid' })
})

test('the log names requests and people by number, and holds nothing that anybody sent', async () => {
  const canary = 'canary-7391'
  await browserOn(server).ask('POST', '/api/session', { email: `${canary}@example.com`, password: canary })
  await administrator.ask('PATCH', '/api/me', { name: canary })
  await administrator.ask('GET', `/api/users/${canary}?q=${canary}`)
  await administrator.ask('PATCH', '/api/me', { name: 'Ann' })
  const text = server.log.join('')
  expect(text).not.toContain(canary)
  expect(text).not.toContain('ann@example.com')
  const lines = text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toContainEqual(expect.objectContaining({ method: 'PATCH', route: '/me', status: 200 }))
})

test("the company's own days off are kept with what was before, and none that end before they begin", async () => {
  const version = (JSON.parse((await administrator.ask('GET', '/api/settings')).text) as { version: number }).version
  const days = { name: '盘点', from: '2025-07-19', to: '2025-07-21', isWorked: false }
  const change = (calendar: object[]) => administrator.ask('PATCH', '/api/settings', { version, calendar })
  expect(await change([{ ...days, to: '2025-07-18' }])).toMatchObject({
    status: 422,
    body: { code: 'settings.calendarSpan', details: { name: '盘点', most: 92 } },
  })
  expect((await change([{ ...days, to: '2025-10-19' }])).status).toBe(422)
  expect((await change([{ ...days, from: '2025-02-30' }])).status).toBe(422)
  expect((await change([days])).body).toMatchObject({ version: version + 1, calendar: [days] })
  expect(await change([])).toMatchObject({ status: 409, body: { code: 'settings.changed' } })
  const { document } = await server.database.selectFrom('setting').select('document').executeTakeFirstOrThrow()
  expect(document).toMatchObject({ calendar: [days] })
})

test('the metrics count what was answered', async () => {
  const { text } = await browserOn(server).ask('GET', '/metrics')
  expect(text).toMatch(/vitalfew_request_seconds_count\{method="GET",route="\/session",status="200"\} \d+/)
})

test('the documents of the API come from this server, for those who have signed in', async () => {
  const document = await administrator.ask('GET', '/api/openapi.json')
  expect(document.body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), paths: { '/users': {} } })
  const page = await administrator.ask('GET', '/api/docs')
  expect(page.text).not.toMatch(/https?:\/\//)
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/)
  expect((await administrator.ask('GET', '/api/docs/swagger-ui-bundle.js')).status).toBe(200)
  expect((await administrator.ask('GET', '/api/docs/..%2fpackage.json')).status).toBe(404)
})
