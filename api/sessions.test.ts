import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, browserOn, openTestApp, password, personOn, type TestApp, textAt } from './test-app.fixture.ts'

let server: TestApp
let administrator: Browser

beforeAll(async () => {
  server = await openTestApp()
})

afterAll(() => server.close())
beforeEach(async () => {
  await server.database.deleteFrom('rate_limit').execute()
})

describe('before anybody has set up', () => {
  test('everything but the first page is closed', async () => {
    const browser = browserOn(server)
    expect((await browser.ask('GET', '/api/start')).body).toMatchObject({ setup: 'open' })
    expect((await browser.ask('GET', '/api/users')).status).toBe(401)
    expect((await browser.ask('GET', '/api/no/such/thing')).status).toBe(401)
    expect((await browser.ask('GET', '/api/openapi.json')).status).toBe(401)
    expect((await browser.ask('GET', '/health')).status).toBe(200)
    expect((await browser.ask('GET', '/ready')).body).toEqual({ ready: true, warehouse: true, store: true })
  })

  test('a guessed token makes nobody administrator', async () => {
    const request = { token: 'x'.repeat(43), name: 'Eve', email: 'eve@example.com', password }
    expect(await browserOn(server).ask('POST', '/api/setup', request)).toMatchObject({
      status: 403,
      body: { code: 'access.setupToken' },
    })
  })

  test('the token works once, also when it is used twice at once, and is dead afterwards', async () => {
    const { issueSetupToken } = await import('@vitalfew/domain/access/index.ts')
    const token = await issueSetupToken(server.database)
    const asWho = (name: string) => ({ token, name, email: `${name}@example.com`, password, locale: 'en' })
    const [one, two] = await Promise.all(
      ['ann', 'bob'].map((name) => browserOn(server).ask('POST', '/api/setup', asWho(name))),
    )
    expect(new Set([one?.status, two?.status])).toEqual(new Set([201, 409]))
    expect(await issueSetupToken(server.database)).toBeUndefined()
    expect((await browserOn(server).ask('POST', '/api/setup', asWho('eve'))).status).toBe(409)
    expect((await browserOn(server).ask('GET', '/api/start')).body).toMatchObject({ setup: 'done' })
    await server.database.updateTable('person').set({ email: 'ann@example.com', name: 'Ann' }).execute()
    administrator = browserOn(server)
    const signedIn = await administrator.ask('POST', '/api/session', { email: ' ANN@example.com', password })
    expect(signedIn.body).toEqual({ state: 'signedIn' })
  })
})

test('the session cookie is out of reach for scripts and other sites', async () => {
  const answer = await browserOn(server).ask('POST', '/api/session', { email: 'ann@example.com', password })
  expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a wrong password and an unknown address are told in the same words', async () => {
  const wrong = await browserOn(server).ask('POST', '/api/session', { email: 'ann@example.com', password: 'wrong' })
  const unknown = await browserOn(server).ask('POST', '/api/session', { email: 'eve@example.com', password: 'wrong' })
  expect(wrong).toMatchObject({ status: 401, body: { code: 'access.signInFailed' } })
  expect({ ...Object(unknown.body), requestId: '' }).toEqual({ ...Object(wrong.body), requestId: '' })
})

test('guessing is slowed down, with a word on how long, and the limit outlives the process', async () => {
  const guess = (email: string) => browserOn(server).ask('POST', '/api/session', { email, password: 'guess' })
  for (let count = 0; count < 5; count += 1) expect((await guess('ann@example.com')).status).toBe(401)
  const refused = await guess('Ann@Example.com')
  expect(refused).toMatchObject({ status: 429, body: { code: 'request.tooMany' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await guess('bob@example.com')).status).toBe(401)
  expect(await server.database.selectFrom('rate_limit').select('hits').execute()).not.toEqual([])
})

test('signing out ends the session at once, whoever kept the cookie', async () => {
  const browser = await personOn(server, administrator, { role: 'viewer' })
  const stolen = new Map(browser.cookies)
  expect((await browser.ask('DELETE', '/api/session')).status).toBe(200)
  const thief = browserOn(server)
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  expect((await thief.ask('GET', '/api/session')).status).toBe(401)
})

test('another role, being shut out, and a new password each end all sessions', async () => {
  const browser = await personOn(server, administrator, { role: 'manager' })
  await administrator.ask('PATCH', `/api/users/${browser.userId}`, { role: 'analyst' })
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  const again = await browser.ask('POST', '/api/session', { email: browser.email, password })
  expect(again.status).toBe(200)
  expect((await browser.ask('GET', '/api/session')).body).toMatchObject({ role: 'analyst', seesAll: true })

  const elsewhere = browserOn(server)
  await elsewhere.ask('POST', '/api/session', { email: browser.email, password })
  const changed = await browser.ask('POST', '/api/me/password', { current: password, next: 'a longer password' })
  expect(changed.status).toBe(200)
  expect((await elsewhere.ask('GET', '/api/session')).status).toBe(401)
  expect((await browser.ask('GET', '/api/session')).status).toBe(200)

  await administrator.ask('PATCH', `/api/users/${browser.userId}`, { isActive: false })
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  const shutOut = { email: browser.email, password: 'a longer password' }
  expect((await browser.ask('POST', '/api/session', shutOut)).status).toBe(401)
})

test('the last administrator cannot be shut out', async () => {
  const me = await administrator.ask('GET', '/api/session')
  const path = `/api/users/${textAt(me.body, 'userId')}`
  expect(await administrator.ask('PATCH', path, { role: 'viewer' })).toMatchObject({
    status: 409,
    body: { code: 'access.lastAdministrator' },
  })
  expect((await administrator.ask('PATCH', path, { isActive: false })).status).toBe(409)
})

test('a link for a new password works once', async () => {
  const browser = await personOn(server, administrator, { role: 'viewer' })
  const made = await administrator.ask('POST', `/api/users/${browser.userId}/password-link`)
  const token = textAt(made.body, 'path').split('#')[1]
  const look = await browserOn(server).ask('POST', '/api/invitations/look', { token })
  expect(look.body).toMatchObject({ kind: 'password', email: browser.email })
  const use = () => browserOn(server).ask('POST', '/api/invitations/accept', { token, password: 'another password' })
  expect((await use()).status).toBe(200)
  expect(await use()).toMatchObject({ status: 404, body: { code: 'access.linkInvalid' } })
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
})

test('the language of an error is that of whoever asks', async () => {
  const browser = browserOn(server)
  browser.headers['accept-language'] = 'zh-CN,zh;q=0.9,en;q=0.5'
  expect(textAt((await browser.ask('GET', '/api/users')).body, 'message')).toBe('请先登录。')
  const invalid = await browser.ask('POST', '/api/setup', { token: 't', name: '', email: 'x', password: 'x' })
  expect(invalid.status).toBe(422)
  expect(textAt(invalid.body, 'message')).toMatch(/[“]name[”]有误：.*[\u4e00-\u9fff]/)
})
