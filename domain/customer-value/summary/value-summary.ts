import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { PurchaseHistories } from '@vitalfew/methods/buy-till-you-die/purchase-histories.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'
import { chooseModel } from '../backtest/choose-model.ts'
import { fitFinalModel } from '../fitting/fit-final-model.ts'
import type { FitData, PurchaseModelName } from '../fitting/fit-tasks.ts'
import { startFitWorkers } from '../fitting/fit-workers.ts'
import { usableSpend } from '../fitting/usable-spend.ts'
import { unitDays, type ValueSettings } from '../valuation.ts'
import type { ValueColumns } from '../values/value-columns.ts'
import type { SummaryTable } from './read-summary.ts'
import { summaryResult } from './summary-result.ts'

export interface ValueSummary {
  readonly table: SummaryTable
  readonly settings: ValueSettings
  /** The day at whose beginning we stand, for the days on which next purchases are due. */
  readonly asOf: string
  readonly signal?: AbortSignal | undefined
}

/** What is said of a table of summaries: the models, and every row valued. */
export interface ValuedSummary {
  readonly summary: CustomerValue
  readonly columns: ValueColumns
  /** The days on which the columns' times are counted: the last day known, and days in a unit. */
  readonly observation: { readonly until: number; readonly unitDays: number }
}

const continuous: readonly PurchaseModelName[] = ['nbd', 'pareto-nbd', 'bg-nbd', 'mbg-nbd']

/**
 * Fits the models to a table of x, t_x and T, and values its rows. An opportunity of a discrete table counts as a year.
 *
 * @throws ProductError `argument.invalid`, `analysis.fitFailed`, `run.cancelled`
 */
export async function valueSummary({ table, settings, asOf, signal }: ValueSummary): Promise<ValuedSummary> {
  const models = modelsFor(table, settings.model)
  const days = table.discrete ? 365.25 : unitDays[settings.unit]
  const observation = { until: dayFromIso(asOf) - 1, unitDays: days }
  const rows = dataOf(table)
  const customers = table.counts === null ? rows : dataOf(repeatedRows(table, table.counts))
  const workers = startFitWorkers({ signal })
  try {
    const [fits, spendFit] = await Promise.all([
      Promise.all(models.map((model) => workers.run('fit', { data: customers, model }))),
      table.meanSpend === null ? null : workers.run('spend', { data: customers }),
    ])
    const asked = settings.model === 'auto' || settings.model === 'all' ? null : settings.model
    const choice = chooseModel({ asked, results: [], fits })
    const final = await fitFinalModel(workers, choice.models, { all: customers, sample: customers, fits })
    const spend = spendFit === null ? null : usableSpend(spendFit, customers.spend)
    const months = settings.horizonMonths
    const columns = await workers.run('values', {
      data: rows,
      model: final?.model ?? null,
      baseline: null,
      spend,
      rhythm: null,
      terms: {
        horizon: table.discrete ? Math.max(1, Math.round(months / 12)) : (months * unitDays.month) / days,
        unitsPerYear: 365.25 / days,
        yearlyDiscount: settings.discount,
        margin: settings.margin ?? 1,
      },
    })
    const found = { table, settings, asOf, fits, spendFit, choice, final, spend, columns }
    return { summary: summaryResult({ ...found, customers: customers.histories.purchases }), columns, observation }
  } finally {
    await workers.close()
  }
}

function modelsFor(table: SummaryTable, asked: ValueSettings['model']): readonly PurchaseModelName[] {
  const suitable: readonly PurchaseModelName[] = table.discrete ? ['bg-bb'] : continuous
  if (asked === 'auto' || asked === 'all') return suitable
  if (!suitable.includes(asked)) {
    throw new ProductError('argument.invalid', { argument: '--model', value: asked, expected: suitable.join(', ') })
  }
  return [asked]
}

type SummaryData = Extract<FitData, { kind: 'summary' }>

function dataOf(table: SummaryTable): SummaryData {
  const { purchases, recency, age, meanSpend } = table
  const histories: PurchaseHistories = { purchases, recency, age }
  // By custom the mean of such a table is that of the purchases after the first.
  const spend: SpendHistories = { transactions: purchases, meanSpend: meanSpend ?? new Float64Array(purchases.length) }
  return { kind: 'summary', histories, spend }
}

/** One row for each customer where a row stands for several. */
function repeatedRows(table: SummaryTable, counts: Float64Array): SummaryTable {
  const source = repeatedIndices(counts)
  const pick = (column: Float64Array): Float64Array => Float64Array.from(source, (row) => column[row] ?? 0)
  return {
    ...table,
    purchases: pick(table.purchases),
    recency: pick(table.recency),
    age: pick(table.age),
    meanSpend: table.meanSpend && pick(table.meanSpend),
    counts: null,
  }
}

function repeatedIndices(counts: Float64Array): Uint32Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const indices = new Uint32Array(total)
  let at = 0
  counts.forEach((count, row) => {
    indices.fill(row, at, at + count)
    at += count
  })
  return indices
}
