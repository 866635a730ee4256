import { accountFields, type AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { rowsBehind } from '@vitalfew/contract/api/rows-behind.ts'
import { lifecycleStages } from '@vitalfew/contract/run.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../../jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../../jobs/company-sales.fixture.ts'
import { startImport } from '../../jobs/index.ts'
import { getOverview } from '../../overview/index.ts'
import { updateSettings } from '../../settings/index.ts'
import {
  accountLifecycle,
  accountLines,
  accountOrders,
  accountSlices,
  accountTimes,
  getAccount,
  listAccounts,
  markAccounts,
  undoMarks,
} from '../index.ts'

let company: Company
let pages: AccountPage[]

beforeAll(async () => {
  company = await openCompany()
  const made = madeLines(14)
  const returned = made
    .filter((_, index) => index % 9 === 3)
    .map((line) => ({ ...line, order: `${line.order}-R`, amount: -Math.round(line.amount * 30) / 100, cost: 0 }))
  const { id: uploadId } = await sendFile(company, '销售.csv', salesCsv([...made, ...returned]))
  await finishJob(company, (await startImport(administrator, company.sources, { files: [{ uploadId }] })).jobId)
  const everything = { page: 1, pageSize: 200, sort: [], withMonths: false }
  const { rows } = await listAccounts(administrator, company.sources, everything)
  const some = [...rows.filter(({ returns = 0 }) => returns > 0).slice(0, 3), ...rows.slice(-2)]
  pages = await Promise.all(some.map(({ key }) => getAccount(administrator, company.sources, { key })))
}, 240_000)
afterAll(() => company.close())

const cents = (amount: number) => Math.round(amount * 100) / 100
const isField = (name: string): name is AccountField => Object.hasOwn(accountFields, name)

/** What the lines come to that a figure is said to come from. */
async function behind(field: AccountField, { key, row, run }: AccountPage) {
  const rows = rowsBehind(field, { asOf: run.asOf, firstOrder: row.firstOrder, lastOrder: row.lastOrder })
  if (rows === null) throw new Error(`${field} has no rows`)
  return accountLines(administrator, company.sources, { key, page: 1, pageSize: 200, sort: 'day', ...rows })
}

it('every figure of sales is what the rows come to that stand behind it', async () => {
  expect(pages.some(({ row }) => row.returns > 0)).toBe(true)
  for (const page of pages) {
    const { row } = page
    const of = (field: AccountField) => behind(field, page)
    expect((await of('netRevenue')).netRevenue).toBeCloseTo(row.netRevenue, 2)
    expect((await of('grossRevenue')).netRevenue).toBeCloseTo(row.grossRevenue, 2)
    expect(cents(-(await of('returns')).netRevenue)).toBeCloseTo(row.returns, 2)
    expect((await of('revenueLast12Months')).netRevenue).toBeCloseTo(row.revenueLast12Months, 2)
    expect((await of('orderLines')).total).toBe(row.orderLines)
    expect(new Set((await of('orders')).rows.map(({ orderNumber }) => orderNumber)).size).toBe(row.orders)
    expect(new Set((await of('products')).rows.map(({ product }) => product)).size).toBe(row.products)
    const profit = (await of('grossProfit')).rows.reduce((sum, line) => sum + (line.grossProfit ?? 0), 0)
    expect(profit).toBeCloseTo(row.grossProfit ?? 0, 2)
    expect((await of('firstOrder')).rows[0]?.day).toBe(row.firstOrder)
    expect((await of('lastOrder')).rows[0]?.day).toBe(row.lastOrder)
    const months = new Set((await of('activeMonths')).rows.filter(isSale).map(({ day }) => day.slice(0, 7)))
    expect(row.activeMonths).toBeLessThanOrEqual(months.size)
  }
  const without = Object.keys(accountFields)
    .filter(isField)
    .filter((field) => accountFields[field].group === 'sales')
    .filter((field) => rowsBehind(field, { asOf: '2025-01-01', firstOrder: null, lastOrder: null }) === null)
  // Of contribution the costs are no lines.
  expect(without).toEqual(['contribution'])
}, 120_000)

const isSale = (line: { kind: string }) => line.kind === 'sale'

it('slices and periods add up to the whole, with the workspace’s own year', async () => {
  const { sources } = company
  await updateSettings(administrator, company.database, { version: 0, fiscalYearStartMonth: 4 })
  for (const { key, row, run } of pages.slice(0, 2)) {
    const days = { from: '2024-01-01', to: '2024-12-31' }
    const whole = await accountSlices(administrator, sources, { key, cut: 'product' })
    expect(cents(whole.slices.reduce((sum, slice) => sum + slice.netRevenue, 0))).toBeCloseTo(row.netRevenue, 2)
    expect(whole.slices.every(({ netRevenueBefore }) => netRevenueBefore === null)).toBe(true)
    const year = await accountSlices(administrator, sources, { key, cut: 'product', ...days })
    const { netRevenue } = await accountLines(administrator, sources, {
      key,
      page: 1,
      pageSize: 1,
      sort: 'day',
      ...days,
    })
    expect(cents(year.slices.reduce((sum, slice) => sum + slice.netRevenue, 0))).toBeCloseTo(netRevenue, 2)
    const before = year.slices.reduce((sum, slice) => sum + (slice.netRevenueBefore ?? 0), 0)
    expect(cents(before)).toBeCloseTo(cents(row.netRevenue - netRevenue), 2)
    for (const grain of ['month', 'quarter', 'year'] as const) {
      const { periods, fiscalYearStartMonth } = await accountTimes(administrator, sources, { key, grain })
      expect(fiscalYearStartMonth).toBe(4)
      expect(cents(periods.reduce((sum, period) => sum + period.netRevenue, 0))).toBeCloseTo(row.netRevenue, 2)
      const starts = { month: /-01$/, quarter: /-(01|04|07|10)-01$/, year: /-04-01$/ }
      expect(periods.filter(({ from }) => !starts[grain].test(from))).toEqual([])
      expect(periods.filter(({ to, isComplete }) => isComplete !== to < run.asOf)).toEqual([])
      expect(periods.slice(1).map(({ from }) => Date.parse(from) - 86_400_000)).toEqual(
        periods.slice(0, -1).map(({ to }) => Date.parse(to)),
      )
    }
    const [slice] = year.slices
    const part = await accountTimes(administrator, sources, {
      key,
      grain: 'month',
      cut: 'product',
      value: slice?.value,
      ...days,
    })
    const sum = part.periods.reduce((total, period) => total + period.netRevenue, 0)
    expect(cents(sum)).toBeCloseTo(slice?.netRevenue ?? 0, 2)
  }
}, 120_000)

it('the stages end with the one it is in, and their money is all its money', async () => {
  for (const { key, row } of pages) {
    const { spells } = await accountLifecycle(administrator, company.sources, { key })
    expect(spells.at(-1)).toMatchObject({ stage: row.lifecycleStage, until: null })
    expect(spells[0]?.stage).toBe('new')
    expect(cents(spells.reduce((sum, spell) => sum + spell.netRevenue, 0))).toBeCloseTo(row.netRevenue, 2)
    expect(spells.slice(1).map(({ from }) => from)).toEqual(spells.slice(0, -1).map(({ until }) => until))
  }
}, 60_000)

it('what the overview counts as urgent is what the list it leads to holds', async () => {
  const { urgent, stages } = await getOverview(administrator, company.sources)
  const bought = { field: 'revenueLast12Months', operator: 'gt', value: 0 } as const
  const overdue = [
    { field: 'overdueCycles', operator: 'gt', value: 0 },
    { field: 'lifecycleStage', operator: 'notIn', values: ['lost', 'prospect'] },
  ] as const
  const risk = [{ field: 'churnLevel', operator: 'in', values: ['high', 'medium'] }] as const
  for (const [why, conditions] of [
    ['overdue', overdue],
    ['risk', risk],
  ] as const) {
    const page = { page: 1, pageSize: 1, sort: [], withMonths: false }
    const filter = AccountFilter.parse({ all: [...conditions, bought] })
    const { total } = await listAccounts(administrator, company.sources, { ...page, filter })
    expect(urgent.find((reason) => reason.why === why)?.accounts ?? 0).toBe(total)
  }
  expect(urgent.length).toBeGreaterThan(0)
  const order = stages.map(({ stage }) => lifecycleStages.indexOf(stage))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
}, 60_000)

it('an account tells who looks after it, until that is taken back', async () => {
  const key = pages[0]?.key ?? ''
  const people = async () => (await getAccount(administrator, company.sources, { key })).people
  expect(await people()).toEqual([])
  const accounts = { keys: [key] }
  const assignment = { kind: 'assignment', name: 'sam', action: 'set', accounts } as const
  const change = await markAccounts(administrator, company.sources, assignment)
  expect(await people()).toEqual([{ userId: 'sam', name: '孙小明' }])
  const orders = await accountOrders(
    { ...administrator, userId: 'sam', role: 'accountManager', scopes: ['user:sam'] },
    company.sources,
    { key, page: 1, pageSize: 5 },
  )
  expect(orders.total).toBeGreaterThan(0)
  await undoMarks(administrator, company.sources, change.id)
  expect(await people()).toEqual([])
}, 60_000)

it('a run of an early version says that it has no accounts to show, instead of showing none', async () => {
  const { database } = company.sources
  const { id: _id, ...shown } = await database.selectFrom('published_run').selectAll().executeTakeFirstOrThrow()
  const early = { ...shown, run_id: 'ea51e501', imports: [...shown.imports], product: 'vitalfew 0.1' }
  await database.insertInto('published_run').values(early).execute()
  const wanted = { page: 1, pageSize: 5, sort: [], withMonths: false }
  const listed = listAccounts(administrator, company.sources, { ...wanted, run: 'ea51e501' })
  await expect(listed).rejects.toMatchObject({ code: 'run.outdated' })
  const page = getAccount(administrator, company.sources, { key: pages[0]?.key ?? '', run: 'ea51e501' })
  await expect(page).rejects.toMatchObject({ code: 'run.outdated' })
  await database.deleteFrom('published_run').where('run_id', '=', 'ea51e501').execute()
})
