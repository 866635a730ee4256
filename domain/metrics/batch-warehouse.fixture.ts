import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { AccountMetrics } from '@vitalfew/methods/metrics/account-metrics.ts'
import { portfolioMetrics } from '@vitalfew/methods/metrics/portfolio-metrics.ts'
import { compareNames } from '@vitalfew/methods/ranking/compare-names.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { openTestWarehouse, type TestWarehouse } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { inject } from 'vitest'
import { writeAccountMetrics } from './account-metrics.query.ts'
import type { BatchLine, SalesBatch } from './sales-batch.fixture.ts'

/** A warehouse of its own, which goes away when it is closed. */
export type BatchWarehouse = TestWarehouse

export function openBatchWarehouse(): Promise<BatchWarehouse> {
  return openTestWarehouse(inject('cluster'))
}

export interface LoadedBatch {
  readonly scope: {
    readonly runId: string
    readonly imports: number[]
    readonly membershipSequence: number
    readonly asOf: string
  }
  readonly dataStart: string
  readonly asOfDay: number
  readonly firstDay: number
  /** What the pure twin says of every account, by the account's name. */
  readonly accounts: ReadonlyMap<string, AccountMetrics>
}

/** Replaces what is in the warehouse by a batch. */
export async function loadBatch(warehouse: Warehouse, batch: SalesBatch): Promise<LoadedBatch> {
  for (const table of ['sales_line', 'membership']) await warehouse.command(`TRUNCATE TABLE ${table}`, 'truncate')
  await insertLines(warehouse, batch.lines)
  await insertMemberships(warehouse, batch.memberships)
  const nameOf = accountNames(batch)
  const lines = batch.lines.map((line) => ({ ...line, account: nameOf(line.customer) }))
  const { accounts, asOf, firstDay } = portfolioMetrics(lines, batch.asOf === undefined ? {} : { asOf: batch.asOf })
  const first = firstDay ?? asOf
  const scope = { runId: 'run', imports: [7], membershipSequence: batch.believed, asOf: isoFromDay(asOf) }
  return { scope, dataStart: isoFromDay(first), asOfDay: asOf, firstDay: first, accounts }
}

/** Loads a batch and lets the warehouse compute the figures of its accounts. */
export async function measureBatch(warehouse: Warehouse, batch: SalesBatch): Promise<LoadedBatch> {
  const loaded = await loadBatch(warehouse, batch)
  const tables = ['account_metrics', 'account_abc', 'account_rfm', 'account_lifecycle', 'account_score']
  for (const table of tables) await warehouse.command(`TRUNCATE TABLE ${table}`, 'truncate')
  await warehouse.run(writeAccountMetrics, { ...loaded.scope, dataStart: loaded.dataStart })
  return loaded
}

async function insertLines(warehouse: Warehouse, lines: readonly BatchLine[]): Promise<void> {
  const rows = lines.map((line, row) =>
    JSON.stringify({ ...line, row, netRevenue: decimal(line.netRevenue), ...optional(line) }),
  )
  await warehouse.insert(
    {
      name: 'insert-batch',
      sql: `INSERT INTO sales_line (import_id, row, customer_key, customer, day, kind, order_number, product, category,
          quantity, net_revenue, gross_profit, currency)
        SELECT 7, row, cityHash64(customer), customer, toDate32(day), kind, orderNumber, product, category, quantity,
          netRevenue, grossProfit, 'CNY'
        FROM input('row UInt32, customer String, day Int32, kind String, orderNumber String, product String,
          category String, quantity Nullable(Decimal(18, 6)), netRevenue Decimal(18, 6),
          grossProfit Nullable(Decimal(18, 6))')
        FORMAT JSONEachRow`,
    },
    Buffer.from(rows.join('\n')),
  )
}

async function insertMemberships(warehouse: Warehouse, memberships: SalesBatch['memberships']): Promise<void> {
  const rows = memberships.map((membership, index) => JSON.stringify({ ...membership, sequence: index + 1 }))
  if (rows.length === 0) return
  await warehouse.insert(
    {
      name: 'insert-memberships',
      sql: `INSERT INTO membership (sequence, customer_key, account_key, at)
        SELECT sequence, cityHash64(customer), cityHash64(account), now64(3)
        FROM input('sequence UInt64, customer String, account String') FORMAT JSONEachRow`,
    },
    Buffer.from(rows.join('\n')),
  )
}

/** An account bears the name of the customer it grew from, or where that one bought nothing, the first of its names. */
function accountNames(batch: SalesBatch): (customer: string) => string {
  const accountOf = new Map(batch.memberships.slice(0, batch.believed).map((item) => [item.customer, item.account]))
  const known = batch.lines.filter((line) => batch.asOf === undefined || line.day < batch.asOf)
  const members = Map.groupBy(
    known.map((line) => line.customer),
    (customer) => accountOf.get(customer) ?? customer,
  )
  return (customer) => {
    const account = accountOf.get(customer) ?? customer
    const customers = members.get(account) ?? []
    return customers.includes(account) ? account : (customers.toSorted(compareNames)[0] ?? account)
  }
}

function optional(line: BatchLine): { quantity: string | null; grossProfit: string | null } {
  return {
    quantity: line.quantity === null ? null : decimal(line.quantity),
    grossProfit: line.grossProfit === null ? null : decimal(line.grossProfit),
  }
}

function decimal(micros: bigint): string {
  const digits = String(micros < 0n ? -micros : micros).padStart(7, '0')
  return `${micros < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
}
