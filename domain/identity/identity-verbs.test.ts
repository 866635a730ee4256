import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Viewer } from '../access/index.ts'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../jobs/analysed-company.fixture.ts'
import { startImport, startRun } from '../jobs/index.ts'
import { listAccounts, listRuns, runNamed, runSummary } from '../accounts/index.ts'
import { defaultModel, previousRunOf } from '../selection/index.ts'
import {
  accountIdentity,
  answerReview,
  calibrateReview,
  changeAccounts,
  currentMembershipSequence,
  listGroups,
  listHistory,
  listLabels,
  listReview,
  membershipSequenceAt,
  previewChange,
  relateAccounts,
  takeAnswerBack,
  takeRelationBack,
  workspaceIdentity,
} from './index.ts'

const lines = [
  '客户编号,客户名称,统一社会信用代码,集团,业务员,日期,金额',
  'C001,云帆科技有限公司,914403001922038216,,张三,2024-01-05,1000',
  'C002,云帆科技有限公司,914403001922038216,,张三,2024-02-05,300',
  'C003,深圳云帆科技有限公司,,,李四,2024-03-05,200',
  'C004,远山食品有限公司,,远山系,张三,2024-03-06,500',
  'C005,青禾农业集团有限公司,,,张三,2024-03-07,700',
  'C006,青禾贸易有限公司,,,李四,2024-03-08,60',
  'C007,青禾物流有限公司,,远山系,李四,2024-03-09,40',
  'C008,中国工商银行股份有限公司,,,张三,2024-03-10,90',
  'C009,中国工商银行股份有限公司龙华支行,,,张三,2024-03-11,80',
]
const page = { page: 1, pageSize: 50 }
const manager: Viewer = { ...administrator, userId: 'mia', name: 'Mia', role: 'manager' }

const membershipBelieved = defineQuery({
  name: 'membership-believed',
  parameters: z.object({ sequence: z.int() }),
  row: z.object({ customer: z.string(), account: z.string() }),
  sql: `SELECT toString(customer_key) AS customer, toString(argMax(account_key, membership.sequence)) AS account
FROM membership WHERE membership.sequence <= {sequence:UInt64} GROUP BY customer_key`,
})

let company: Company
const keys = new Map<string, string>()
const key = (customer: string): string => keys.get(customer) ?? ''

beforeAll(async () => {
  company = await openCompany()
  const upload = await sendFile(company, 'sales.csv', `${lines.join('\n')}\n`)
  const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId: upload.id }] })
  await finishJob(company, jobId)
  for (const each of (await workspaceIdentity(company.warehouse)).customers) keys.set(each.customer, each.key)
}, 120_000)

afterAll(() => company.close())

/** Revenue of every account in the run that everybody sees. */
async function figures(): Promise<Record<string, number>> {
  const { run_id: runId } = await runNamed(company.database)
  const { totals } = await runSummary(company.warehouse, runId)
  return { accounts: totals.accounts, netRevenue: totals.netRevenue }
}

async function analyse(): Promise<void> {
  const { jobId } = await startRun(administrator, { ...company.sources, ready: [] }, {})
  await finishJob(company, jobId)
}

test('review, merge, figures change, take back, figures as before', { timeout: 120_000 }, async () => {
  const before = await figures()
  const queue = await listReview(administrator, company, page)
  expect(queue.rows[0]).toMatchObject({ band: 'auto', revenueAtStake: 300 })
  expect(queue.pendingChanges).toBe(0)
  const pair = { left: key('C001'), right: key('C002') }
  const preview = await previewChange(administrator, company, { kind: 'merge', accounts: [pair.left, pair.right] })
  expect(preview).toMatchObject({ accountsBefore: 9, accountsAfter: 8, netRevenue: 2970 })
  expect(preview.accounts[0]).toMatchObject({ account: 'C001', revenueBefore: 1000, revenueAfter: 1300, rankAfter: 1 })
  expect(preview.accounts[0]?.tierAfter).toBe(preview.accounts[0]?.tierBefore)

  const { operation } = await answerReview(administrator, company, { ...pair, answer: 'same', reason: '同一税号' })
  expect(operation).toMatchObject({ kind: 'merge', author: 'Ada', into: key('C001'), accounts: [key('C002')] })
  expect((await listReview(administrator, company, page)).pendingChanges).toBe(1)
  await analyse()
  expect(await figures()).toEqual({
    accounts: before['accounts'] === undefined ? 0 : before['accounts'] - 1,
    netRevenue: 2970,
  })
  expect((await listReview(administrator, company, page)).pendingChanges).toBe(0)

  const known = await accountIdentity(administrator, company, { key: key('C001') })
  expect(known.customers.map(({ customer }) => customer).toSorted()).toEqual(['C001', 'C002'])
  expect(known.golden.find(({ field }) => field === 'creditCode')).toMatchObject({ rule: 'only' })
  expect(known.operations).toHaveLength(1)

  await takeAnswerBack(administrator, company, pair)
  await analyse()
  expect(await figures()).toEqual(before)
  const { rows } = await listHistory(administrator, company, page)
  expect(rows.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
    ['undo', false],
    ['merge', true],
  ])
  const { labels } = await listLabels(administrator, company)
  expect(labels).toMatchObject([{ left: 'C001', right: 'C002', answer: 'unsure' }])
})

test('an answer that contradicts an earlier one is marked', async () => {
  const different = { left: key('C001'), right: key('C002'), answer: 'different' as const, reason: '' }
  await answerReview(administrator, company, different)
  const { rows } = await listReview(administrator, company, page)
  const third = rows.filter(({ left, right }) => [left.customer, right.customer].includes('C003'))
  expect(third.length).toBeGreaterThan(0)
  expect(third.every(({ conflicts, band }) => conflicts.length > 0 && band === 'review')).toBe(true)
  await takeAnswerBack(administrator, company, different)
})

test('a merge by hand, a split, and everything undone', async () => {
  const at = (await workspaceIdentity(company.warehouse)).state.membership
  const accounts = [key('C005'), key('C006'), key('C007')]
  const merged = await changeAccounts(administrator, company, { change: { kind: 'merge', accounts }, reason: '试' })
  const change = { kind: 'split' as const, account: key('C005'), customers: [key('C007')] }
  const split = await changeAccounts(administrator, company, { change, reason: '' })
  expect(split.preview.accounts.map(({ account, tierAfter }) => [account, tierAfter])).toEqual([
    ['C005', null],
    ['C007', null],
  ])
  for (const { operations } of [merged, split]) {
    const operation = operations[0]?.sequence ?? 0
    await changeAccounts(administrator, company, { change: { kind: 'undo', operation }, reason: '' })
  }
  const now = (await workspaceIdentity(company.warehouse)).state.membership
  for (const each of keys.values()) expect(now.get(each) ?? each).toBe(at.get(each) ?? each)
})

test('groups: read off a column, suggested by names, confirmed, refused, moved and undone', async () => {
  const first = await listGroups(administrator, company, { relation: 'commercialGroup' })
  expect(first.nodes.map(({ name, depth, totalRevenue, origin }) => [name, depth, totalRevenue, origin])).toEqual([
    ['远山系', 0, 540, null],
    ['远山食品有限公司', 1, 500, 'imported'],
    ['青禾物流有限公司', 1, 40, 'imported'],
  ])
  expect(first.proposals.map(({ child, parent, origin }) => [child.account, parent.account, origin])).toEqual([
    ['C006', 'C005', 'groupName'],
  ])
  const owners = first.conflicts.find(({ field }) => field === 'salesperson')
  expect(owners?.owners).toEqual([
    { owner: '张三', revenue: 500, accounts: 1 },
    { owner: '李四', revenue: 40, accounts: 1 },
  ])
  const branch = await listGroups(administrator, company, { relation: 'legalParent' })
  expect(branch.proposals).toMatchObject([
    { child: { account: 'C009' }, parent: { account: 'C008' }, origin: 'branch' },
  ])

  const link = { relation: 'commercialGroup', action: 'link', reason: '' } as const
  await relateAccounts(administrator, company, { ...link, child: key('C006'), parent: key('C005') })
  const moved = await relateAccounts(administrator, company, { ...link, child: key('C007'), parent: key('C006') })
  const circle = { ...link, child: key('C005'), parent: key('C007') }
  await expect(relateAccounts(administrator, company, circle)).rejects.toThrow('identity.groupCircle')
  const deep = await listGroups(administrator, company, { relation: 'commercialGroup' })
  expect(deep.nodes.map(({ account, depth, totalRevenue }) => [account, depth, totalRevenue])).toEqual([
    ['C005', 0, 800],
    ['C006', 1, 100],
    ['C007', 2, 40],
    ['', 0, 500],
    ['C004', 1, 500],
  ])
  expect(deep.proposals).toEqual([])

  const accounts = await currentMembershipSequence(company.warehouse)
  const groups = await membershipSequenceAt(company.warehouse, 'group')
  expect(groups).toBeGreaterThan(accounts)
  expect(await membershipSequenceAt(company.warehouse, 'group')).toBe(groups)
  expect(await currentMembershipSequence(company.warehouse)).toBe(accounts)
  expect(await accountsOf(groups)).toEqual({ [key('C006')]: key('C005'), [key('C007')]: key('C005') })
  expect(await accountsOf(groups + 1)).toEqual({})

  await takeRelationBack(administrator, company, { sequence: moved.sequence, reason: '' })
  const after = await membershipSequenceAt(company.warehouse, 'group')
  expect(await accountsOf(after)).toEqual({ [key('C006')]: key('C005'), [key('C007')]: key('C004') })
  expect(await accountsOf(groups)).toEqual({ [key('C006')]: key('C005'), [key('C007')]: key('C005') })
})

test('answers calibrate what the model says, always in the same way', async () => {
  const pair = { left: key('C001'), right: key('C003') }
  await answerReview(administrator, company, { ...pair, answer: 'different', reason: '' })
  const tried = await calibrateReview(administrator, company, { keep: false })
  expect(tried).toMatchObject({ same: 0, different: 1 })
  expect(tried.surpriseAfter).toBeLessThan(tried.surpriseBefore)
  expect(tried.moved.length).toBeGreaterThan(0)
  const kept = await calibrateReview(administrator, company, { keep: true })
  expect(kept.calibration.steps).toEqual(tried.calibration.steps)
  expect((await calibrateReview(administrator, company, { keep: false })).moved).toEqual([])
})

test('only who sees every account may say who is one of them', async () => {
  await expect(listReview(manager, company, page)).rejects.toThrow('access.notAllowed')
  expect(() => changeAccounts(manager, company, { change: { kind: 'auto' }, reason: '' })).toThrow('access.notAllowed')
})

/** Customers whose account is another, as a query that believes the log up to an entry sees them. */
async function accountsOf(sequence: number): Promise<Record<string, string>> {
  const rows = await company.warehouse.rows(membershipBelieved, { sequence })
  return Object.fromEntries(
    rows.filter(({ customer, account }) => customer !== account).map((row) => [row.customer, row.account]),
  )
}

test('groups are analysed beside accounts, for who sees all of them', { timeout: 120_000 }, async () => {
  const before = await figures()
  await expect(runNamed(company.database, 'group')).rejects.toMatchObject({ code: 'run.none' })
  const merge = { kind: 'merge' as const, accounts: [key('C001'), key('C003')] }
  const { operations } = await changeAccounts(administrator, company, { change: merge, reason: '' })
  const { jobId } = await startRun(administrator, { ...company.sources, ready: [] }, { level: 'group' })
  await finishJob(company, jobId)

  const run = await runNamed(company.database, 'group')
  const { totals } = await runSummary(company.warehouse, run.run_id)
  expect([run.level, totals.accounts, totals.netRevenue]).toEqual(['group', 6, 2970])
  expect(await figures()).toEqual(before)
  const { rows: runs } = await listRuns(administrator, company.database, page)
  expect(runs[0]).toMatchObject({ level: 'group', isCurrent: false })
  expect(runs.find(({ isCurrent }) => isCurrent)).toMatchObject({ level: 'account' })

  // Tiers are remembered from runs of the same level alone.
  const later = { model: defaultModel, asOf: '2100-01-01' }
  const remembered = await previousRunOf(company.warehouse, { ...later, level: 'group' })
  expect(remembered?.runId).toBe(run.run_id)
  expect((await previousRunOf(company.warehouse, { ...later, level: 'account' }))?.runId).not.toBe(run.run_id)
  expect(await previousRunOf(company.warehouse, { ...later, level: 'legal' })).toBeUndefined()

  const asked = { ...page, sort: [], columns: ['account' as const], withMonths: false, run: 'group' }
  const { rows } = await listAccounts(administrator, company, asked)
  const nameOf = (customer: string) => rows.find((row) => row.key === key(customer))?.accountName
  // The group that has only a name is called by who bought first; who was merged into another gives it no name.
  expect([nameOf('C004'), nameOf('C007'), nameOf('C001')]).toEqual(['远山食品有限公司', undefined, '云帆科技有限公司'])
  const { golden } = await accountIdentity(administrator, company, { key: key('C001') })
  expect(golden[0]).toMatchObject({ value: '云帆科技有限公司', customer: 'C001', rule: 'own' })
  for (const some of [asked, { ...asked, run: run.run_id }]) {
    const found = listAccounts({ ...manager, scopes: [] }, company, some)
    await expect(found).rejects.toMatchObject({ code: 'access.notAllowed' })
  }

  const change = { kind: 'undo' as const, operation: operations[0]?.sequence ?? 0 }
  await changeAccounts(administrator, company, { change, reason: '' })
})
