import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { purchaseFunnel } from '../purchase-funnel.ts'
import { importedFunnel } from './imported-funnel.ts'
import { hasImportedEvents, workspaceEvents } from './workspace-events.ts'

let opened: TestWarehouse
beforeAll(async () => {
  opened = await openTestWarehouse(undefined)
})
afterAll(() => opened.close())

const names = ['线索', 'contact', 'visit', '报价', 'Won', 'Lost', 'seen', '试用']

const Event = fc.record({
  customer: fc.constantFrom('甲', 'b', 'c', 'D', 'e'),
  event: fc.constantFrom(...names),
  // Days before 1970 too, and moments that are the same.
  minute: fc.oneof(
    fc.integer({ min: -3, max: 3 }).map((day) => day * 1440),
    fc.integer({ min: -5_000, max: 900_000 }),
    // 1911 and 2038: seconds between them that take more than 31 bits.
    fc.constantFrom(-31_000_000, 36_000_000),
  ),
  amount: fc.option(fc.integer({ min: 0, max: 1_000 })),
  product: fc.constantFrom('', 'P1', 'P2'),
})
type Event = typeof Event extends fc.Arbitrary<infer T> ? T : never

const Batch = fc.record({
  events: fc.array(Event, { minLength: 1, maxLength: 80 }),
  /** How many of them come with a second import. */
  later: fc.integer({ min: 0, max: 30 }),
  order: fc.constantFrom('ordered' as const, 'strict' as const),
  windowDays: fc.option(fc.constantFrom(0, 1, 30, 200)),
  named: fc.boolean(),
  merged: fc.boolean(),
})

function moment(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}

async function load(events: readonly Event[], { later, merged }: { later: number; merged: boolean }): Promise<void> {
  const { warehouse } = opened
  for (const table of ['customer_event', 'membership']) await warehouse.command(`TRUNCATE TABLE ${table}`, 'truncate')
  const first = events.length - later
  const rows = events.map(({ customer, event, minute, amount, product }, i) => {
    const at = `toDateTime64('${moment(minute)}:00', 0, 'UTC')`
    const place = i < first ? `3, ${i}` : `12, ${i - first}`
    return `(${place}, cityHash64('${customer}'), '${customer}', ${at}, '${event}', ${amount ?? 'NULL'}, '${product}')`
  })
  await warehouse.command(
    `INSERT INTO customer_event (import_id, row, customer_key, customer, at, event, amount, product) VALUES ${rows.join(', ')}`,
    'insert-events',
  )
  if (!merged) return
  await warehouse.command(
    `INSERT INTO membership (sequence, customer_key, account_key, at) SELECT 1, cityHash64('b'), cityHash64('甲'), now()`,
    'insert-membership',
  )
}

/** What does not depend on the order in which cases come. */
function comparable({ links, paths, steps, outcomes, ...rest }: PurchaseFunnel) {
  return {
    ...rest,
    steps,
    outcomes,
    links: links.toSorted((one, other) => `${one.from} ${one.to}`.localeCompare(`${other.from} ${other.to}`)),
    // Of ways that are as frequent and as long any may be left out.
    paths: paths.map(({ cases, stages }) => [cases, stages.length]),
    ways: paths.length < 20 ? paths.map(({ stages, cases }) => `${stages.join(' ')} ${cases}`).toSorted() : [],
  }
}

it('the funnel of imported events is that of the same events in a file, in every order and window', async () => {
  await fc.assert(
    fc.asyncProperty(Batch, async ({ events, later: wanted, order, windowDays, named, merged }) => {
      const later = Math.min(wanted, events.length)
      await load(events, { later, merged })
      const present = [...new Set(events.map(({ event }) => event))]
      const stages = named ? present.slice(0, 4) : []
      const rule = { order, by: ['product'], stages, ...(windowDays === null ? {} : { windowDays }) }
      const found = await importedFunnel(opened.warehouse, {
        ...rule,
        scope: { imports: [3, 12], membershipSequence: 1 },
        runId: null,
        locale: 'en',
      })
      const rows = events.map(({ customer, event, minute, amount, product }) => [
        merged && customer === 'b' ? '甲' : customer,
        event,
        moment(minute),
        amount === null ? '' : String(amount),
        product,
      ])
      const headers = ['case', 'event', 'time', 'amount', 'product']
      // Two rows with no case keep a table in which nobody comes twice a table of events.
      const table = {
        file: 'events.csv',
        headers,
        rows: [...rows, ['x', '', '', '', ''], ['x', '', '', '', '']],
        serialZero: 0,
      }
      const twin = purchaseFunnel(table, { ...rule, joined: [] })
      const cuts = twin.cuts.map((cut) => ({ ...cut, column: 'Product' }))
      const expected = { ...twin, cuts, faults: { ...twin.faults, incomplete: 0 } }
      expectAlike(comparable(found), comparable(expected))
    }),
    { numRuns: 30 },
  )
}, 120_000)

it('the events of a workspace are told apart by what the newest run says of their accounts', async () => {
  const { warehouse } = opened
  const request = { by: ['tier', 'Channel'], stages: [], order: 'ordered', locale: 'zh-CN' } as const
  expect(await hasImportedEvents(warehouse)).toBe(false)
  await expect(workspaceEvents(warehouse, request)).rejects.toMatchObject({ code: 'mapping.noEvents' })
  const happened = [
    ['甲', '线索', 0],
    ['甲', '报价', 1440],
    ['b', '线索', 0],
  ] as const
  const events = happened.map(([customer, event, minute]) => ({
    customer,
    event,
    minute,
    amount: null,
    product: '' as const,
  }))
  await load(events, { later: 0, merged: false })
  await warehouse.command(
    `INSERT INTO import_event (import_id, sequence, event, at, kind) VALUES (3, 1, 'committed', now(), 'events')`,
    'commit-events',
  )
  await warehouse.command(
    `INSERT INTO account_row (run_id, account_key, account, tier) VALUES ('run', cityHash64('甲'), '甲', 'key')`,
    'insert-accounts',
  )
  await warehouse.command(`INSERT INTO analysis_run VALUES ('run', '2024-01-01', now(), '{}')`, 'complete-run')
  expect(await hasImportedEvents(warehouse)).toBe(true)
  const funnel = await workspaceEvents(warehouse, request)
  expect(funnel.steps.map(({ stage, reached }) => [stage, reached])).toEqual([
    ['线索', 2],
    ['报价', 1],
  ])
  expect(
    funnel.cuts.map(({ column, values }) => [column, values.map(({ value, reached }) => [value, ...reached])]),
  ).toEqual([
    [
      '等级',
      [
        ['', 1, 0],
        ['关键', 1, 1],
      ],
    ],
    ['渠道', [['', 2, 1]]],
  ])
  const unknown = workspaceEvents(warehouse, { ...request, by: ['color'] })
  await expect(unknown).rejects.toMatchObject({ code: 'argument.invalid', details: { argument: '--by' } })
})

/** The same, figures to nine digits. */
function expectAlike(found: unknown, expected: unknown): void {
  const rounded = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toFixed(7)) + 0 : part)),
    )
  expect(rounded(found)).toEqual(rounded(expected))
}
