import { accountFields } from '@vitalfew/contract/api/account-fields.ts'
import { AccountFilter, accountFieldNames, operatorsOfKind } from '@vitalfew/contract/api/account-filter.ts'
import type { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { administrator, type Company, finishJob, openCompany, sendFile } from '../jobs/analysed-company.fixture.ts'
import { madeLines, salesCsv } from '../jobs/company-sales.fixture.ts'
import { startImport } from '../jobs/index.ts'
import { listAccounts, listMarkChanges, listTags, markAccounts, undoMarks } from './index.ts'

const everything = { page: 1, pageSize: 200, sort: [], withMonths: false }
let company: Company
let all: AccountListRow[]

beforeAll(async () => {
  company = await openCompany()
  const upload = await sendFile(company, '销售.csv', salesCsv(madeLines(45)))
  const { jobId } = await startImport(administrator, company.sources, { files: [{ uploadId: upload.id }] })
  await finishJob(company, jobId)
  const untagged = (await listAccounts(administrator, company.sources, everything)).rows
  const tag = (name: string, keep: (row: AccountListRow) => boolean) =>
    markAccounts(administrator, company.sources, {
      kind: 'tag',
      name,
      action: 'set',
      accounts: { keys: untagged.filter(keep).map(({ key }) => key) },
    })
  await tag("重点 'A'", ({ netRevenue = 0 }) => netRevenue > 20_000)
  await tag('x\\y\t"z', ({ orders = 0 }) => orders % 2 === 0)
  all = (await listAccounts(administrator, company.sources, everything)).rows
}, 240_000)
afterAll(() => company.close())

const odd = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom("'; DROP TABLE account_row; --", '\\', '\u0000', '{f0:String}', '%', '华东', 'K01'),
)

const condition = fc.constantFrom(...accountFieldNames).chain((field) => {
  const { kind } = accountFields[field]
  const known = all.flatMap((row) => row[field === 'tags' ? 'account' : field] ?? [])
  const seen = fc.constantFrom(...(known.length === 0 ? [0] : known))
  const value =
    kind === 'number' ? fc.oneof(seen, fc.double({ noNaN: true, noDefaultInfinity: true })) : fc.oneof(seen, odd)
  const texts = fc.array(
    field === 'tags' ? fc.constantFrom("重点 'A'", 'x\\y\t"z', '?') : fc.oneof(seen.map(String), odd),
    { minLength: 1, maxLength: 4 },
  )
  const end = kind === 'number' ? fc.option(value) : fc.option(seen)
  return fc
    .record({
      operator: fc.constantFrom(...operatorsOfKind[kind]),
      value,
      values: texts,
      from: end,
      to: end,
    })
    .map(({ operator, ...rest }) => {
      if (operator === 'between') return { field, operator, from: rest.from, to: rest.to }
      if (operator === 'in' || operator === 'notIn') return { field, operator, values: rest.values }
      if (operator === 'isNull' || operator === 'isNotNull') return { field, operator }
      return { field, operator, value: rest.value }
    })
})

const filter = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  ),
})).node

/** What a filter means, in a few lines. */
function passes(row: AccountListRow, node: AccountFilter): boolean {
  if ('all' in node) return node.all.every((inner) => passes(row, inner))
  if ('any' in node) return node.any.some((inner) => passes(row, inner))
  const found = row[node.field]
  const values = Array.isArray(found) ? found : found === null || found === undefined || found === '' ? [] : [found]
  const [value] = values
  switch (node.operator) {
    case 'isNull':
      return value === undefined
    case 'isNotNull':
      return value !== undefined
    case 'in':
      return node.values.some((one) => values.some((known) => `${known}` === one) || (one === '' && found === ''))
    case 'notIn':
      return !node.values.some((one) => values.some((known) => `${known}` === one) || (one === '' && found === ''))
    case 'contains':
      return String(found).toLowerCase().includes(node.value.toLowerCase())
    case 'startsWith':
      return String(found).toLowerCase().startsWith(node.value.toLowerCase())
    case 'between':
      if (value === undefined) return false
      return (node.from === null || value >= node.from) && (node.to === null || value <= node.to)
    case 'eq':
      return (value ?? found) === node.value
    default:
      return value !== undefined && compared(value, node)
  }
}

function compared(value: string | number, { operator, value: other }: { operator: string; value: string | number }) {
  if (operator === 'lt') return value < other
  if (operator === 'lte') return value <= other
  return operator === 'gt' ? value > other : value >= other
}

it('a filter finds what it says, whatever stands in it, or says what is wrong with it', async () => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(filter, async (node) => {
      const read = AccountFilter.safeParse(node)
      if (!read.success) return
      const listed = listAccounts(administrator, company.sources, { ...everything, filter: read.data })
      const answer = await listed.then(
        ({ rows, total }) => ({ total, found: rows.map(({ account }) => account).toSorted() }),
        refusal,
      )
      const expected = all.filter((row) => passes(row, read.data)).map(({ account }) => account)
      const right = { total: expected.length, found: expected.toSorted() }
      answered += typeof answer === 'string' ? 0 : 1
      expect([right, 'accounts.filterValue']).toContainEqual(answer)
    }),
    { numRuns: 250 },
  )
  expect(answered).toBeGreaterThan(100)
}, 240_000)

/** Only a filter that compares what cannot be compared may be refused. */
function refusal(error: unknown): string {
  if (error instanceof ProductError) return error.code
  throw error
}

it('every order is complete, pages do not overlap, and what is not known comes last', async () => {
  for (const field of accountFieldNames.filter((name) => accountFields[name].kind !== 'list')) {
    for (const direction of ['ascending', 'descending'] as const) {
      const sort = [{ field, direction }]
      const pages = [1, 2, 3].map((page) =>
        listAccounts(administrator, company.sources, { ...everything, page, pageSize: 16, sort }),
      )
      const rows = (await Promise.all(pages)).flatMap((page) => page.rows)
      expect(new Set(rows.map(({ key }) => key)).size).toBe(all.length)
      const values = rows.map((row) => row[field] ?? null)
      const known = values.filter((value) => value !== null)
      expect(values.slice(0, known.length)).toEqual(known)
      const numbers = known.filter((value) => typeof value === 'number')
      const sign = direction === 'ascending' ? 1 : -1
      expect(numbers).toEqual(numbers.toSorted((a, b) => (a - b) * sign))
    }
  }
}, 120_000)

it('a change of tags is taken back exactly: what had the tag before keeps it', async () => {
  const { sources } = company
  const before = await listTags(administrator, sources)
  const filtered = { filter: { all: [{ field: 'orders' as const, operator: 'gte' as const, value: 5 }] } }
  const change = await markAccounts(administrator, sources, {
    kind: 'tag',
    name: "重点 'A'",
    action: 'set',
    accounts: filtered,
  })
  const had = all.filter(({ tags }) => tags.includes("重点 'A'"))
  const meant = all.filter(({ orders = 0 }) => orders >= 5)
  expect(change.accounts).toBe(meant.filter((row) => !had.includes(row)).length)
  expect(change.accounts).toBeGreaterThan(0)
  await undoMarks(administrator, sources, change.id)
  expect(await listTags(administrator, sources)).toEqual(before)
  expect((await listAccounts(administrator, sources, everything)).rows).toEqual(all)
  await expect(undoMarks(administrator, sources, change.id)).rejects.toMatchObject({ code: 'change.twice' })
  expect((await listMarkChanges(administrator, sources)).changes[0]).toMatchObject({ id: change.id, isUndone: true })
})
