import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../access/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../jobs/company-sales.fixture.ts'
import { startImport } from '../jobs/index.ts'
import { getOverview } from '../overview/index.ts'
import { publishedReport } from '../reports/index.ts'
import {
  accountFieldList,
  accountLifecycle,
  accountLines,
  accountOrders,
  accountSlices,
  accountTimes,
  exportAccounts,
  facetAccounts,
  getAccount,
  listAccounts,
  markAccounts,
  searchAccounts,
} from './index.ts'

const lines = madeLines(45)
const departments = ['华东部', '华南部', 'North', '没有这个部门'].map((name) => ({ id: randomUUID(), name }))
const everything = { page: 1, pageSize: 200, sort: [], withMonths: false }
let company: Company
let all: AccountListRow[]
/** Codes that people were given by hand. */
const given = new Map<string, string[]>()

beforeAll(async () => {
  company = await openCompany()
  for (const { id, name } of departments) {
    await company.database.insertInto('department').values({ id, name, leader_id: null }).execute()
  }
  const upload = await sendFile(company, '销售.csv', salesCsv(lines))
  const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId: upload.id }] })
  await finishJob(company, jobId)
  all = (await listAccounts(administrator, company.sources, everything)).rows
  const chosen = all.filter((_, index) => index % 13 === 4)
  for (const person of ['sam', 'mia']) {
    const accounts = { keys: chosen.map(({ key }) => key) }
    await markAccounts(administrator, company.sources, { kind: 'assignment', name: person, action: 'set', accounts })
    given.set(
      person,
      chosen.map(({ account }) => account),
    )
  }
}, 240_000)
afterAll(() => company.close())

/** Which accounts somebody may see, worked out from the lines one by one. */
function oracle(scopes: Viewer['scopes']): Set<string> {
  if (scopes === 'all') return new Set(lines.map(({ code }) => code))
  const names = new Set(departments.filter(({ id }) => scopes.includes(`department:${id}`)).map(({ name }) => name))
  const salespeople = new Set<string>()
  if (scopes.includes('user:sam')) salespeople.add('孙小明')
  if (scopes.includes('user:mia')) salespeople.add('mia@firm.example')
  const own = ['sam', 'mia'].filter((id) => scopes.includes(`user:${id}`)).flatMap((id) => given.get(id) ?? [])
  const served = lines.filter(({ department, salesperson }) => names.has(department) || salespeople.has(salesperson))
  return new Set([...served.map(({ code }) => code), ...own])
}

const someScopes = fc.oneof(
  { weight: 1, arbitrary: fc.constant('all' as const) },
  {
    weight: 9,
    arbitrary: fc.subarray([...departments.map(({ id }) => `department:${id}`), 'user:sam', 'user:mia', 'user:nobody']),
  },
)
const someViewer = fc
  .record({ scopes: someScopes, hidesProfit: fc.boolean() })
  .map(({ scopes, hidesProfit }): Viewer => ({
    ...administrator,
    role: scopes === 'all' ? 'analyst' : 'manager',
    scopes,
    hidden: new Set(hidesProfit ? ['profit'] : []),
  }))

it('every way to accounts shows those that the lines say, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(someViewer, async (viewer) => {
      const may = oracle(viewer.scopes)
      const rows = all.filter(({ account }) => may.has(account))
      const revenue = rows.reduce((sum, { netRevenue = 0 }) => sum + netRevenue, 0)
      const listed = await listAccounts(viewer, company.sources, everything)
      expect(new Set(listed.rows.map(({ account }) => account))).toEqual(may)
      expect(listed.total).toBe(may.size)
      expect(listed.netRevenue).toBe(Math.round(revenue * 100) / 100)
      const { facets } = await facetAccounts(viewer, company.sources, { fields: ['tier'] })
      expect(facets[0]?.values.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(may.size)
      const found = await searchAccounts(viewer, company.sources, { text: 'k0', limit: 50 })
      expect(new Set(found.accounts.map(({ account }) => account))).toEqual(may)
      const overview = await getOverview(viewer, company.sources)
      expect(overview.totals.accounts).toBe(may.size)
      expect(overview.totals.netRevenue).toBe(Math.round(revenue * 100) / 100)
      expect(overview.attention.every(({ account }) => may.has(account))).toBe(true)
      expect(overview.stages.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(may.size)
    }),
    { numRuns: 15 },
  )
}, 240_000)

it('an account of others is not there, however it is asked for', async () => {
  const viewer: Viewer = { ...administrator, role: 'manager', scopes: [`department:${departments[0]?.id ?? ''}`] }
  const may = oracle(viewer.scopes)
  const foreign = all.find(({ account }) => !may.has(account))
  const own = all.find(({ account }) => may.has(account))
  const asked = { page: 1, pageSize: 20, sort: 'day' as const, cut: 'product' as const, grain: 'month' as const }
  for (const key of [foreign?.key ?? '', '1', '99999999999999999999']) {
    for (const ask of [getAccount, accountOrders, accountSlices, accountTimes, accountLifecycle, accountLines]) {
      const answer = ask(viewer, company.sources, { ...asked, key })
      await expect(answer).rejects.toMatchObject({ code: 'accounts.notFound' })
    }
  }
  const page = await getAccount(viewer, company.sources, { key: own?.key ?? '' })
  expect(page.row.netRevenue).toBe(own?.netRevenue)
  // Its share of all, beside its revenue, would tell what the others come to.
  expect(page.row).toMatchObject({ share: null, cumulativeShare: null })
  for (const field of ['share', 'cumulativeShare'] as const) {
    const sorted = { ...everything, sort: [{ field, direction: 'descending' as const }] }
    await expect(listAccounts(viewer, company.sources, sorted)).rejects.toMatchObject({ code: 'accounts.fieldHidden' })
  }
  const mine = lines.filter(({ code }) => code === own?.account)
  const { rows, total } = await accountLines(viewer, company.sources, {
    ...asked,
    key: own?.key ?? '',
    value: undefined,
  })
  expect(total).toBe(mine.length)
  expect(rows.map(({ row }) => lines[row - 2]?.code)).toEqual(mine.map(({ code }) => code))
  expect(page.months.reduce((sum, { netRevenue }) => sum + netRevenue, 0)).toBeCloseTo(page.row.netRevenue, 2)
})

it('profit that is hidden is in no answer, no file, no order and no filter', async () => {
  const viewer: Viewer = { ...administrator, role: 'analyst', hidden: new Set(['profit']) }
  const { sources } = company
  const path = join(tmpdir(), `export-${randomUUID()}.csv`)
  const written = { ...everything, format: 'csv' as const, path, withMonths: true, columns: undefined }
  await exportAccounts(viewer, sources, written)
  const file = await readFile(path, 'utf8')
  await rm(path)
  const key = all[0]?.key ?? ''
  const page = { page: 1, pageSize: 100, sort: 'day' as const }
  const seen = await getAccount(viewer, sources, { key })
  expect(seen.tier).toMatchObject({ score: null, lower: null, upper: null, contributions: [], sentences: [] })
  expect(seen.history.map(({ score }) => score)).toEqual([null])
  const whole = await getAccount(administrator, sources, { key })
  expect(whole.tier.contributions.map(({ points }) => points > 0)).toContain(true)
  const answers = await Promise.all([
    listAccounts(viewer, sources, everything),
    getAccount(viewer, sources, { key }),
    accountOrders(viewer, sources, { ...page, key }),
    accountSlices(viewer, sources, { key, cut: 'product' }),
    accountTimes(viewer, sources, { key, grain: 'year' }),
    accountLifecycle(viewer, sources, { key }),
    accountLines(viewer, sources, { ...page, key }),
    getOverview(viewer, sources),
    publishedReport(viewer, sources, { run: 'current' }),
  ])
  const text = JSON.stringify(answers) + file
  const figures = new Set(text.match(/\d+\.\d+/g))
  const secrets = all
    .flatMap(({ grossProfit, margin, clv, score }) => [grossProfit, margin, clv, score])
    .flatMap((figure) => (typeof figure !== 'number' || Number.isInteger(figure) ? [] : [`${figure}`]))
  expect(secrets.length).toBeGreaterThan(80)
  expect(secrets.filter((secret) => figures.has(secret))).toEqual([])
  expect(file.split('\r\n')[0]).not.toMatch(/毛利|生命周期价值/)
  const hiddenFields = ['grossProfit', 'margin', 'clv', 'clvLower', 'clvUpper', 'valueAtRisk', 'score'] as const
  for (const field of hiddenFields) {
    const sort = [{ field, direction: 'descending' as const }]
    const filter = { any: [{ field, operator: 'gt' as const, value: 0 }] }
    for (const request of [{ sort }, { filter }]) {
      const refused = { code: 'accounts.fieldHidden' }
      await expect(listAccounts(viewer, sources, { ...everything, ...request })).rejects.toMatchObject(refused)
      await expect(exportAccounts(viewer, sources, { ...written, ...request })).rejects.toMatchObject(refused)
    }
    const facets = facetAccounts(viewer, sources, { fields: [field] })
    await expect(facets).rejects.toMatchObject({ code: 'accounts.fieldHidden' })
  }
})

it.each([
  ['netRevenue', 'grossProfit', false],
  ['grossProfit', 'netRevenue', true],
  ['contribution', 'netRevenue', true],
  ['given.grossMargin', 'netRevenue', true],
  ['clv', 'netRevenue', false],
  ['clv', 'grossProfit', true],
])('a score by %s tells of profit, where value is counted in %s: %s', async (metric, basis, tells) => {
  const { database } = company
  const viewer: Viewer = { ...administrator, role: 'analyst', hidden: new Set(['profit']) }
  const before = await database.selectFrom('published_run').select(['model', 'value_basis']).executeTakeFirstOrThrow()
  const name = `${metric}-${basis}`
  const condition = { all: [{ metric: 'orders', atLeast: 1 }] }
  const document = JSON.stringify({ name, criteria: [{ id: 'one', metric }], gates: [{ id: 'gate', condition }] })
  await database.insertInto('selection_model').values({ name, version: 1, document }).execute()
  await database
    .updateTable('published_run')
    .set({ model: `${name} 1`, value_basis: basis })
    .execute()
  const { hiddenFields } = await accountFieldList(viewer, database)
  await database.updateTable('published_run').set(before).execute()
  expect(hiddenFields.includes('score')).toBe(tells)
})

it.each([
  ['netRevenue', false],
  ['given.shareOfWallet', false],
  ['share', true],
  ['cumulativeShare', true],
])('a score by %s tells those who see a part what the whole comes to: %s', async (metric, tells) => {
  const { database, sources } = company
  const viewer: Viewer = { ...administrator, role: 'manager', scopes: [`department:${departments[0]?.id ?? ''}`] }
  const before = await database.selectFrom('published_run').select('model').executeTakeFirstOrThrow()
  const name = `whole-${metric}`
  const document = JSON.stringify({ name, criteria: [{ id: 'one', metric }] })
  await database.insertInto('selection_model').values({ name, version: 1, document }).execute()
  await database
    .updateTable('published_run')
    .set({ model: `${name} 1` })
    .execute()
  const [{ hiddenFields }, ofAll] = [
    await accountFieldList(viewer, database),
    await accountFieldList(administrator, database),
  ]
  const own = await listAccounts(viewer, sources, everything)
  const page = await getAccount(viewer, sources, { key: own.rows[0]?.key ?? '' })
  await database.updateTable('published_run').set(before).execute()
  expect(hiddenFields.includes('score')).toBe(tells)
  expect(ofAll.hiddenFields).not.toContain('score')
  expect([page.tier.score, page.history[0]?.score].map((score) => score === null)).toEqual([tells, tells])
  expect(page.tier.contributions.length > 0).toBe(!tells)
})
