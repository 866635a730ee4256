import { INVALID_SPAN_CONTEXT, type Span, trace, type Tracer } from '@opentelemetry/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorOn, type Browser, openTestApp, type TestApp } from './test-app.fixture.ts'

let server: TestApp
let browser: Browser
const names: string[] = []
const attributes: Record<string, unknown>[] = []

/** As much of an SDK as shows what would be sent. */
const tracer: Tracer = {
  startSpan: (name) => recorded(name),
  startActiveSpan: (name: string, ...rest: unknown[]) => {
    const work = rest.at(-1)
    if (typeof work !== 'function') throw new TypeError('a span needs work')
    const result: never = Reflect.apply(work, undefined, [recorded(name)]) as never
    return result
  },
}

function recorded(name: string): Span {
  names.push(name)
  const span: Span = {
    spanContext: () => INVALID_SPAN_CONTEXT,
    setAttribute: () => span,
    setAttributes: (found) => {
      attributes.push(found)
      return span
    },
    addEvent: () => span,
    addLink: () => span,
    addLinks: () => span,
    setStatus: () => span,
    updateName: (to) => {
      names.push(to)
      return span
    },
    end: () => undefined,
    isRecording: () => true,
    recordException: () => undefined,
  }
  return span
}

beforeAll(async () => {
  trace.setGlobalTracerProvider({ getTracer: () => tracer })
  server = await openTestApp()
  browser = await administratorOn(server)
})

afterAll(async () => {
  trace.disable()
  await server.close()
})

test('a request and the verb that answers it are spans, named by the contract and not by who asked', async () => {
  names.length = 0
  await browser.ask('DELETE', '/api/me/keys/00000000-0000-4000-8000-000000000000')
  // The library that keeps sessions adds what it asks the store.
  expect([names[0], ...names.slice(-2)]).toEqual(['HTTP DELETE', 'access.me.deleteKey', 'DELETE /me/keys/{id}'])
  expect(attributes.at(-1)).toEqual({
    'http.request.method': 'DELETE',
    'http.response.status_code': 404,
    'http.route': '/me/keys/{id}',
  })
})
