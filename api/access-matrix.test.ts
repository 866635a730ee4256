import { api } from '@vitalfew/contract/api/api.ts'
import { roles } from '@vitalfew/contract/api/roles.ts'
import { keptTables } from '@vitalfew/domain/backup/store-tables.ts'
import { contentOfTables } from '@vitalfew/store/table-rows.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RouteEntry, routeTable } from './http/route-table.ts'
import { administratorOn, type Browser, browserOn, openTestApp, personOn, type TestApp } from './test-app.fixture.ts'

/** Who may ask: everybody, whoever has signed in, or these roles. Written by hand, so that the contract is held to it. */
const who = {
  everybody: ['nobody', ...roles],
  signedIn: [...roles],
  allButViewers: ['administrator', 'analyst', 'manager', 'accountManager'],
  leaders: ['administrator', 'analyst', 'manager'],
  analysts: ['administrator', 'analyst'],
  administrators: ['administrator'],
} as const

const matrix: Readonly<Record<string, keyof typeof who>> = {
  'GET /runs': 'signedIn',
  'POST /runs': 'analysts',
  'GET /runs/{run}/report': 'analysts',
  'POST /runs/{run}/abc-preview': 'analysts',
  'GET /overview': 'signedIn',
  'GET /jobs': 'signedIn',
  'GET /jobs/{id}': 'signedIn',
  'POST /jobs/{id}/cancel': 'signedIn',
  'GET /jobs/events': 'signedIn',
  'POST /jobs/sample': 'analysts',
  'POST /imports/plan': 'analysts',
  'POST /imports': 'analysts',
  'GET /imports': 'analysts',
  'POST /imports/{id}/undo': 'analysts',
  'POST /imports/{id}/redo': 'analysts',
  'GET /import-sources': 'analysts',
  'PUT /import-sources': 'analysts',
  'POST /import-sources/remove': 'analysts',
  'POST /import-sources/restore': 'analysts',
  'POST /import-sources/run': 'analysts',
  'POST /exports': 'signedIn',
  'GET /exports': 'signedIn',
  'POST /accounts/list': 'signedIn',
  'POST /accounts/facets': 'signedIn',
  'GET /search': 'signedIn',
  'GET /accounts/fields': 'signedIn',
  'GET /accounts/{key}': 'signedIn',
  'GET /accounts/{key}/orders': 'signedIn',
  'GET /accounts/{key}/slices/{cut}': 'signedIn',
  'GET /accounts/{key}/lines': 'signedIn',
  'GET /accounts/{key}/times/{grain}': 'signedIn',
  'GET /accounts/{key}/lifecycle': 'signedIn',
  'GET /behaviour/cycle': 'leaders',
  'GET /behaviour/preference': 'leaders',
  'GET /behaviour/cohorts': 'leaders',
  'GET /behaviour/affinity': 'leaders',
  'GET /behaviour/whitespace': 'leaders',
  'GET /behaviour/trends': 'leaders',
  'GET /behaviour/forecast': 'leaders',
  'GET /behaviour/demand': 'leaders',
  'GET /accounts/{key}/behaviour': 'signedIn',
  'GET /behaviour/funnel': 'analysts',
  'POST /behaviour/funnel': 'analysts',
  'GET /account-views': 'signedIn',
  'POST /account-views': 'signedIn',
  'PUT /account-views/{id}': 'signedIn',
  'DELETE /account-views/{id}': 'signedIn',
  'GET /account-columns': 'signedIn',
  'PUT /account-columns': 'signedIn',
  'GET /account-tags': 'signedIn',
  'POST /account-tags': 'allButViewers',
  'POST /account-assignments': 'leaders',
  'GET /account-changes': 'signedIn',
  'POST /account-changes/{id}/undo': 'allButViewers',
  'POST /session': 'everybody',
  'POST /session/second-factor': 'everybody',
  'POST /session/provider': 'everybody',
  'GET /session': 'signedIn',
  'DELETE /session': 'signedIn',
  'PATCH /me': 'signedIn',
  'POST /me/password': 'signedIn',
  'GET /me/sessions': 'signedIn',
  'DELETE /me/sessions/{id}': 'signedIn',
  'POST /me/second-factor': 'signedIn',
  'POST /me/second-factor/confirm': 'signedIn',
  'POST /me/second-factor/removal': 'signedIn',
  'POST /me/second-factor/backup-codes': 'signedIn',
  'GET /me/keys': 'signedIn',
  'POST /me/keys': 'signedIn',
  'DELETE /me/keys/{id}': 'signedIn',
  'GET /users': 'administrators',
  'GET /users/names': 'signedIn',
  'PATCH /users/{id}': 'administrators',
  'DELETE /users/{id}/sessions': 'administrators',
  'POST /users/{id}/password-link': 'administrators',
  'GET /departments': 'signedIn',
  'POST /departments': 'administrators',
  'PATCH /departments/{id}': 'administrators',
  'DELETE /departments/{id}': 'administrators',
  'GET /invitations': 'administrators',
  'POST /invitations': 'administrators',
  'DELETE /invitations/{id}': 'administrators',
  'POST /invitations/look': 'everybody',
  'POST /invitations/accept': 'everybody',
  'GET /field-rights': 'analysts',
  'PUT /field-rights': 'administrators',
  'GET /segmentations': 'signedIn',
  'GET /segmentations/features': 'analysts',
  'POST /segmentations': 'analysts',
  'GET /segmentations/{id}': 'analysts',
  'GET /segmentations/{id}/figures/{field}': 'analysts',
  'POST /segmentations/{id}/save': 'analysts',
  'POST /segmentations/{id}/retire': 'analysts',
  'POST /segmentations/compare': 'analysts',
  'GET /quality': 'analysts',
  'POST /quality/steps': 'analysts',
  'POST /quality/steps/{step}/undo': 'analysts',
  'GET /audit': 'administrators',
  'POST /audit/verify': 'administrators',
  'GET /selection/models': 'analysts',
  'GET /selection/models/{id}': 'analysts',
  'POST /selection/models': 'analysts',
  'GET /selection/differences': 'analysts',
  'GET /selection/metrics': 'analysts',
  'POST /selection/preview': 'analysts',
  'POST /selection/ways': 'analysts',
  'GET /selection/migration': 'analysts',
  'GET /selection/backtests': 'analysts',
  'POST /selection/backtests': 'analysts',
  'GET /selection/given-files': 'analysts',
  'POST /selection/given-files': 'analysts',
  'GET /selection/rounds': 'allButViewers',
  'POST /selection/rounds': 'analysts',
  'GET /selection/rounds/{id}': 'allButViewers',
  'POST /selection/rounds/{id}/state': 'analysts',
  'PUT /selection/rounds/{id}/shares': 'analysts',
  'DELETE /selection/rounds/{id}': 'analysts',
  'POST /selection/rounds/{id}/raters': 'analysts',
  'DELETE /selection/rounds/{id}/raters/{rater}': 'analysts',
  'GET /selection/rounds/{id}/sheet': 'allButViewers',
  'PUT /selection/rounds/{id}/sheet': 'allButViewers',
  'POST /selection/rounds/{id}/sheet/submit': 'allButViewers',
  'GET /selection/rounds/{id}/questionnaire': 'allButViewers',
  'POST /selection/rounds/{id}/questionnaire': 'allButViewers',
  'GET /selection/rounds/{id}/result': 'analysts',
  'GET /selection/rounds/{id}/lists': 'analysts',
  'POST /selection/rounds/{id}/adopt': 'analysts',
  'GET /selection/ratings': 'allButViewers',
  'POST /selection/ratings': 'allButViewers',
  'GET /selection/overrides': 'analysts',
  'POST /selection/overrides': 'analysts',
  'DELETE /selection/overrides/{id}': 'analysts',
  'GET /settings': 'signedIn',
  'PATCH /settings': 'administrators',
  'GET /start': 'everybody',
  'POST /setup': 'everybody',
  'GET /system': 'administrators',
  'GET /identity/review': 'analysts',
  'POST /identity/answers': 'analysts',
  'POST /identity/answers/take-back': 'analysts',
  'GET /identity/labels': 'analysts',
  'POST /identity/calibration': 'analysts',
  'POST /identity/preview': 'analysts',
  'POST /identity/changes': 'analysts',
  'GET /identity/changes': 'analysts',
  'GET /identity/accounts/{key}': 'signedIn',
  'GET /identity/groups': 'analysts',
  'POST /identity/relations': 'analysts',
  'POST /identity/relations/{sequence}/undo': 'analysts',
}

const table = routeTable(api)
const keyOf = ({ method, path }: RouteEntry): string => `${method} ${path}`

let server: TestApp
let administrator: Browser
const people = new Map<string, Browser>()

beforeAll(async () => {
  server = await openTestApp()
  administrator = await administratorOn(server)
  people.set('nobody', browserOn(server))
  for (const role of roles) people.set(role, await personOn(server, administrator, { role }))
}, 120_000)

afterAll(() => server.close())

test('every route of the contract has its line here, and every line its route', () => {
  expect(table.map(keyOf).toSorted()).toEqual(Object.keys(matrix).toSorted())
})

// Signing out comes last: the others need the session.
const asked = table.toSorted(
  (a, b) => Number(a.name === 'access.session.end') - Number(b.name === 'access.session.end'),
)

test.each(['nobody', ...roles] as const)('%s gets where the matrix says and nowhere else', async (name) => {
  const found: Record<string, string> = {}
  for (const entry of asked) found[keyOf(entry)] = outcome(await statusOf(entry, name))
  const expected = asked.map((entry) => {
    const mayAsk: readonly string[] = who[matrix[keyOf(entry)] ?? 'administrators']
    const refused = name === 'nobody' ? 'not signed in' : 'not allowed'
    return [keyOf(entry), mayAsk.includes(name) ? 'let in' : refused]
  })
  expect(found).toEqual(Object.fromEntries(expected))
})

test('what is refused changes nothing', async () => {
  const viewer = await personOn(server, administrator, { role: 'viewer' })
  people.set('refused', viewer)
  const before = await contents()
  for (const entry of table) {
    if (who[matrix[keyOf(entry)] ?? 'everybody'].some((one) => one === 'viewer')) continue
    expect([keyOf(entry), await statusOf(entry, 'refused')]).toEqual([keyOf(entry), 403])
  }
  expect(await contents()).toEqual(before)
})

test('what a signed-in person of another department cannot see is not there, rather than forbidden', async () => {
  const id = crypto.randomUUID()
  const viewer = await personOn(server, administrator, { role: 'viewer' })
  expect((await viewer.ask('DELETE', `/api/me/keys/${id}`)).status).toBe(404)
  expect((await viewer.ask('DELETE', `/api/me/sessions/${id}`)).status).toBe(404)
  expect((await viewer.ask('GET', `/api/jobs/${id}`)).status).toBe(404)
})

/** Nothing but whether somebody is let in: with an empty body most routes say next what is missing. */
function outcome(status: number): string {
  if (status === 401) return 'not signed in'
  return status === 403 ? 'not allowed' : status >= 500 ? `fault ${status}` : 'let in'
}

async function statusOf({ method, path, name: route }: RouteEntry, name: string): Promise<number> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, field: string) => example(field))
  await server.database.deleteFrom('rate_limit').execute()
  if (route === 'jobs.events') return statusOfStream(filled, name)
  const isWithBody = method !== 'GET' && method !== 'DELETE'
  const { status, body } = (await people.get(name)?.ask(method, `/api${filled}`, isWithBody ? {} : undefined)) ?? {}
  // A route that nobody answers is a fault, whoever asks.
  return status === 404 && JSON.stringify(body).includes('request.notFound') ? 599 : (status ?? 0)
}

/** Events come for as long as somebody listens. */
async function statusOfStream(path: string, name: string): Promise<number> {
  const cookie = [...(people.get(name)?.cookies ?? [])].map((pair) => pair.join('=')).join('; ')
  const listening = new AbortController()
  const response = await server.app.request(`http://127.0.0.1:8080/api${path}`, {
    headers: { cookie },
    signal: listening.signal,
  })
  listening.abort()
  await response.body?.cancel().catch(() => undefined)
  return response.status
}

function example(field: string): string {
  const values: Readonly<Record<string, string>> = { run: 'current', key: '12345', cut: 'product' }
  return values[field] ?? '00000000-0000-4000-8000-000000000000'
}

async function contents(): Promise<unknown> {
  return contentOfTables(server.database, await keptTables(server.database))
}
