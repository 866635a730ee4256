import type { AnySchema } from '@orpc/contract'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { api } from '@vitalfew/contract/api/api.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RouteEntry, routeTable } from './http/route-table.ts'
import { type JsonSchema, valuesOf } from './json-schema-arbitrary.fixture.ts'
import {
  administratorOn,
  type Browser,
  openTestApp,
  password,
  takeInCompany,
  type TestApp,
} from './test-app.fixture.ts'

let server: TestApp
let browser: Browser

beforeAll(async () => {
  server = await openTestApp()
  browser = await administratorOn(server)
  await takeInCompany(server, browser)
}, 180_000)

afterAll(() => server.close())

const converter = new ZodToJsonSchemaConverter()
/** What ends the session that the others need, and what answers for as long as somebody listens. */
const left: ReadonlySet<string> = new Set(['access.session.end', 'jobs.events'])
const table = routeTable(api).filter(({ name }) => !left.has(name))

test.each(table.map((entry) => [`${entry.method} ${entry.path}`, entry] as const))(
  '%s answers whatever it is sent',
  async (_name, entry) => {
    const schema = inputSchema(entry)
    await fc.assert(
      fc.asyncProperty(valuesOf(schema), async (input) => {
        await server.database.deleteFrom('rate_limit').execute()
        const { status, text } = await send(entry, input)
        if (status >= 500) throw new Error(`${status} ${text} ${server.log.at(-2)}`)
        if (status === 401 && entry.access !== 'public') await signInAgain()
      }),
      { numRuns: takesInput(entry) ? 20 : fewest, plugins: [fc.interruptAfterTimeLimit(20_000)] },
    )
    expect(server.log.splice(0).filter((line) => line.includes('"fault"'))).toEqual([])
  },
  60_000,
)

/** What a route without an input is sent, it never looks at; only what stands before it does. */
const fewest = 5

function takesInput({ procedure }: RouteEntry): boolean {
  const { inputSchema: schema }: { inputSchema?: AnySchema | undefined } = procedure['~orpc']
  return schema !== undefined
}

function inputSchema({ procedure }: RouteEntry): JsonSchema {
  const { inputSchema: schema }: { inputSchema?: AnySchema | undefined } = procedure['~orpc']
  if (schema === undefined) return {}
  return asSchema(converter.convert(schema, { strategy: 'input' })[1])
}

/** The converter writes draft 2020-12; `JsonSchema` names what of it the contract needs, all of it optional. */
function asSchema(schema: unknown): JsonSchema {
  return schema as JsonSchema
}

async function send({ method, path }: RouteEntry, input: unknown): ReturnType<Browser['ask']> {
  const fields = typeof input === 'object' && input !== null && !Array.isArray(input) ? Object.entries(input) : []
  const named = new Map<string, unknown>(fields)
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = named.get(name)
    named.delete(name)
    return encodeURIComponent(wellFormed(typeof value === 'string' ? value : JSON.stringify(value ?? 'x'))) || 'x'
  })
  if (method !== 'GET' && method !== 'DELETE') {
    return browser.ask(method, `/api${filled}`, fields.length > 0 ? Object.fromEntries(named) : input)
  }
  const query = new URLSearchParams([...named].map(([name, value]) => [name, textOf(value)]))
  return browser.ask(method, `/api${filled}?${query}`)
}

function wellFormed(text: string): string {
  return text.toWellFormed()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A value may happen to sign the administrator out. */
async function signInAgain(): Promise<void> {
  if ((await browser.ask('GET', '/api/session')).status === 200) return
  expect((await browser.ask('POST', '/api/session', { email: 'ann@example.com', password })).status).toBe(200)
}
