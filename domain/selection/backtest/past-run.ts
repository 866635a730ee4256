import { defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import { createHash } from 'node:crypto'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineStatement } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { classifyAccounts } from '../../abc-classification/index.ts'
import { dropAccountValues, valueAccounts, writeAccountValues } from '../../customer-value/index.ts'
import { stageAccounts } from '../../lifecycle/index.ts'
import { writeAccountMetrics } from '../../metrics/index.ts'
import { scoreAccounts } from '../../rfm/index.ts'

export interface PastRun {
  readonly imports: number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly dataStart: string
  /** Whether customer value is worked out as well. */
  readonly withValue: boolean
}

const tables = ['account_metrics', 'account_abc', 'account_rfm', 'account_lifecycle'] as const

/**
 * The figures of the accounts as they would have been on a past day, for as long as `work` takes: by the same statements
 * that any run is made of, which read no line of that day or later.
 */
export async function withPastRun<T>(
  warehouse: Warehouse,
  past: PastRun,
  work: (runId: string) => Promise<T>,
): Promise<T> {
  const runId = `past-${createHash('sha256').update(JSON.stringify(past)).digest('hex').slice(0, 20)}`
  const { withValue, ...known } = past
  await clear(warehouse, runId)
  try {
    await warehouse.run(writeAccountMetrics, { runId, ...known })
    const { asOf, dataStart } = past
    await classifyAccounts(warehouse, { runId, measure: 'netRevenue', cuts: [0.8, 0.95], asOf, dataStart })
    await scoreAccounts(warehouse, { runId })
    await stageAccounts(warehouse, { runId, ...known })
    if (withValue) await writePastValues(warehouse, { runId, ...known })
    return await work(runId)
  } finally {
    await clear(warehouse, runId)
  }
}

/** Fitted on what was known then; the language and the currency have no part in the figures. */
async function writePastValues(
  warehouse: Warehouse,
  { dataStart, ...scope }: Omit<PastRun, 'withValue'> & { readonly runId: string },
): Promise<void> {
  const settings = { ...defaultValueSettings, locale: 'en', currency: 'CNY' } as const
  const valuation = await valueAccounts(warehouse, { ...scope, firstDay: dataStart, settings })
  await writeAccountValues(warehouse, valuation, { runId: scope.runId })
}

async function clear(warehouse: Warehouse, runId: string): Promise<void> {
  for (const table of tables) await warehouse.run(clearing[table], { runId })
  await dropAccountValues(warehouse, runId)
}

const clearing = {
  account_metrics: clearTable('account_metrics'),
  account_abc: clearTable('account_abc'),
  account_rfm: clearTable('account_rfm'),
  account_lifecycle: clearTable('account_lifecycle'),
} as const

function clearTable(table: (typeof tables)[number]) {
  return defineStatement({
    name: `clear-past-${table}`,
    parameters: z.object({ runId: z.string() }),
    sql: `ALTER TABLE ${table} DROP PARTITION {runId:String}`,
  })
}
