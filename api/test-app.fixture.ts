import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import { issueSetupToken } from '@vitalfew/domain/access/index.ts'
import { madeLines, salesCsv } from '@vitalfew/domain/jobs/company-sales.fixture.ts'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { openEmbeddedWarehouse } from '@vitalfew/warehouse/open-warehouse.ts'
import { sql } from 'kysely'
import type { ApiServices } from './api-context.ts'
import type { IdentityProvider } from './config.ts'
import { sourceReach } from './config.ts'
import { createApp } from './create-app.ts'
import { jsonLog } from './http/request-log.ts'
import type { EngineAddresses } from './jobs/child-messages.ts'
import { startJobQueue } from './jobs/job-queue.ts'
import { createAuth } from './sessions/create-auth.ts'
import { createSessions } from './sessions/sessions.ts'

const publicUrl = 'http://127.0.0.1:8080'
const secret = 'a secret for tests that nobody else has'

export interface TestApp {
  readonly addresses: EngineAddresses
  readonly uploadsDirectory: string
  readonly app: ReturnType<typeof createApp>
  readonly database: StoreClient['database']
  readonly warehouse: Warehouse
  /** Every line of the log so far. */
  readonly log: string[]
  readonly close: () => Promise<void>
}

/** The server of one test file, on engines of its own, without a socket. */
export async function openTestApp({ provider }: { readonly provider?: IdentityProvider } = {}): Promise<TestApp> {
  const directory = mkdtempSync(join(tmpdir(), 'api '))
  const [store, warehouse] = await Promise.all([
    openEmbeddedStore({ directory: join(directory, 'store'), durable: false }),
    openEmbeddedWarehouse({ directory: join(directory, 'warehouse'), durable: false }),
  ])
  const { database } = store.store
  const log: string[] = []
  const addresses = { warehouse: warehouse.address, store: store.address }
  return {
    app: appOn({ database, warehouse: warehouse.warehouse, addresses, directory, log, provider }),
    addresses,
    uploadsDirectory: join(directory, 'uploads'),
    database,
    warehouse: warehouse.warehouse,
    log,
    close: async () => {
      await Promise.all([store.close(), warehouse.close()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** A server on engines that are open. */
export function appOn(place: {
  readonly database: StoreClient['database']
  readonly warehouse: Warehouse
  readonly addresses: EngineAddresses
  readonly directory: string
  readonly log: string[]
  readonly provider?: IdentityProvider | undefined
}): TestApp['app'] {
  const { database, warehouse, addresses, provider } = place
  const auth = createAuth({ database, secret, publicUrl, provider })
  const services: ApiServices = {
    warehouse,
    database,
    uploadsDirectory: join(place.directory, 'uploads'),
    reach: sourceReach(place.directory, {}),
    addresses,
    productVersion: '0.0.0-test',
    sessions: createSessions(auth, { database, provider }),
    startedAt: new Date(),
  }
  const log = jsonLog((line) => place.log.push(line))
  return createApp({ services, log, address: { publicUrl, onlyLoopback: true } })
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body read as JSON; undefined where it is none. */
  readonly body: unknown
}

export interface Browser {
  readonly cookies: Map<string, string>
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Answer>
  /** Further headers of every request. */
  readonly headers: Record<string, string>
}

/** Somebody with a browser: keeps cookies, and says where its requests come from. */
export function browserOn({ app }: Pick<TestApp, 'app'>): Browser {
  const cookies = new Map<string, string>()
  const headers: Record<string, string> = { 'accept-language': 'en', origin: publicUrl, host: '127.0.0.1:8080' }
  return {
    cookies,
    headers,
    ask: async (method, path, body) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await app.request(`${publicUrl}${path}`, {
        method,
        headers: {
          ...headers,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      for (const line of response.headers.getSetCookie()) keep(cookies, line)
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, body: jsonOf(text) }
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const password = 'correct horse battery'

/** A browser in which the first administrator is signed in. */
export async function administratorOn(test: TestApp): Promise<Browser> {
  const browser = browserOn(test)
  const token = await issueSetupToken(test.database)
  const me = { name: 'Ann', email: 'ann@example.com', password, locale: 'en' }
  const { status } = await browser.ask('POST', '/api/setup', { token, ...me })
  if (status !== 201) throw new Error(`setting up answered ${status}`)
  return browser
}

/** A browser in which somebody new with a role is signed in. */
export async function personOn(
  test: TestApp,
  administrator: Browser,
  { role, departmentIds = [] }: { readonly role: Role; readonly departmentIds?: readonly string[] },
): Promise<Browser & { readonly userId: string; readonly email: string }> {
  const email = `${role.toLowerCase()}-${Math.random().toString(36).slice(2)}@example.com`
  const invited = await administrator.ask('POST', '/api/invitations', { email, name: role, role, departmentIds })
  const token = /#([\w-]+)/.exec(invited.text)?.[1]
  const browser = browserOn(test)
  await browser.ask('POST', '/api/invitations/accept', { token, password })
  await test.database.deleteFrom('rate_limit').execute()
  const me = await browser.ask('GET', '/api/session')
  return { ...browser, email, userId: textAt(me.body, 'userId') }
}

/** A text in an answer. */
export function textAt(body: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([name]) => name === key)?.[1]
        : undefined,
    body,
  )
  return typeof found === 'string' ? found : ''
}

/** Takes in the sales of a small made-up company as a file, and analyses it. */
export async function takeInCompany(test: TestApp, administrator: Browser): Promise<void> {
  const { app, database, addresses, uploadsDirectory } = test
  const cookie = [...administrator.cookies].map((pair) => pair.join('=')).join('; ')
  const sent = await app.request(`${publicUrl}/api/uploads?file=sales.csv`, {
    method: 'POST',
    headers: { ...administrator.headers, cookie },
    body: salesCsv(madeLines(60)),
  })
  const started = await administrator.ask('POST', '/api/imports', {
    files: [{ uploadId: textAt(jsonOf(await sent.text()), 'id') }],
  })
  if (started.status !== 202) throw new Error(`the import answered ${started.status}`)
  const queue = await startJobQueue({
    database,
    addresses,
    uploadsDirectory,
    productVersion: '0.0.0-test',
    sharesStore: false,
  })
  try {
    for (;;) {
      const { rows } = await sql<{ states: string[] }>`SELECT array_agg(state) AS states FROM job`.execute(database)
      const states = rows[0]?.states ?? []
      if (states.includes('failed')) throw new Error('the company could not be taken in')
      if (states.length > 1 && states.every((state) => state === 'done')) return
      await delay(200)
    }
  } finally {
    await queue.stop()
  }
}
