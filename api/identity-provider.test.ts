import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorOn, browserOn, openTestApp, type TestApp, textAt } from './test-app.fixture.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
let issuer = ''
let provider: Server
let server: TestApp
/** Who signs in at the provider next. */
let who = { sub: '1', email: 'ann@example.com', email_verified: true, name: 'Ann' }
let nonce: string | undefined

/** A provider that lets in whoever comes: discovery, keys, and a token for any code (OpenID Connect Core 1.0). */
function answerOf(path: string): unknown {
  switch (path) {
    case '/.well-known/openid-configuration':
      return {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }
    case '/keys':
      return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }
    case '/token':
      return { access_token: randomBytes(8).toString('hex'), token_type: 'Bearer', expires_in: 60, id_token: idToken() }
    default:
      return who
  }
}

function idToken(): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: issuer, aud: 'vitalfew', iat: now, exp: now + 60, nonce, ...who }
  const parts = [{ alg: 'RS256', kid: 'k' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  const signature = createSign('RSA-SHA256').update(parts.join('.')).sign(privateKey, 'base64url')
  return [...parts, signature].join('.')
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answerOf(request.url ?? '')))
  })
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done))
  const address = provider.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  server = await openTestApp({
    provider: { id: 'oidc', name: 'Company', issuer, clientId: 'vitalfew', clientSecret: 'shared' },
  })
  await administratorOn(server)
})

afterAll(async () => {
  await server.close()
  provider.close()
})

/** Goes to the provider and comes back; gives the browser and where it ends up. */
async function signIn() {
  const browser = browserOn(server)
  const begun = await browser.ask('POST', '/api/session/provider', { provider: 'oidc', returnTo: '/accounts' })
  const there = new URL(textAt(begun.body, 'url'))
  nonce = there.searchParams.get('nonce') ?? undefined
  const back = new URL(there.searchParams.get('redirect_uri') ?? 'http://nowhere')
  back.search = String(new URLSearchParams({ code: 'c', state: there.searchParams.get('state') ?? '', iss: issuer }))
  const answer = await browser.ask('GET', `${back.pathname}${back.search}`)
  return { browser, there, answer, location: answer.headers.get('location') ?? '' }
}

test('the first page names the provider, and another one is not known', async () => {
  expect((await browserOn(server).ask('GET', '/api/start')).body).toMatchObject({
    providers: [{ id: 'oidc', name: 'Company' }],
  })
  const unknown = await browserOn(server).ask('POST', '/api/session/provider', { provider: 'github' })
  expect(unknown).toMatchObject({ status: 404, body: { code: 'access.unknownProvider' } })
})

test('an address that the provider has not verified is nobody', async () => {
  who = { sub: '9', email: 'ann@example.com', email_verified: false, name: 'Eve' }
  const { browser, location } = await signIn()
  expect(location).toContain('error')
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  who = { sub: '1', email: 'ann@example.com', email_verified: true, name: 'Ann' }
})

test('who is known here by a verified address is signed in, with state and a challenge', async () => {
  const { browser, there, location } = await signIn()
  expect(there.origin).toBe(issuer)
  expect(there.searchParams.get('code_challenge_method')).toBe('S256')
  expect(there.searchParams.get('state')).toMatch(/.{16,}/)
  expect(location).toBe('/accounts')
  expect((await browser.ask('GET', '/api/session')).body).toMatchObject({ email: 'ann@example.com' })
})

test('who is not known here gets no account', async () => {
  who = { sub: '2', email: 'eve@example.com', email_verified: true, name: 'Eve' }
  const { browser, location } = await signIn()
  expect(location).toBe('/sign-in?next=%2Faccounts&error=signup_disabled')
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  expect(await server.database.selectFrom('person').select('email').execute()).toEqual([{ email: 'ann@example.com' }])
})

test('who was shut out stays out', async () => {
  who = { sub: '1', email: 'ann@example.com', email_verified: true, name: 'Ann' }
  await server.database.updateTable('person').set({ is_active: false }).execute()
  const { browser, answer } = await signIn()
  expect(answer.status).toBeLessThan(500)
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
  await server.database.updateTable('person').set({ is_active: true }).execute()
})

test('an answer that nobody asked for is refused', async () => {
  const browser = browserOn(server)
  const forged = await browser.ask('GET', '/api/auth/callback/oidc?code=c&state=forged')
  expect(forged.headers.get('location')).toMatch(/^http:\/\/[^/]+\/sign-in\?error=/)
  expect((await browser.ask('GET', '/api/session')).status).toBe(401)
})

test('nothing else of the library can be reached', async () => {
  for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'two-factor/disable', 'list-sessions']) {
    const { status } = await browserOn(server).ask('POST', `/api/auth/${path}`, { email: 'eve@example.com' })
    expect([401, 404]).toContain(status)
  }
})
