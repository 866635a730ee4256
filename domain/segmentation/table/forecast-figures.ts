import { defaultValueSettings } from '@vitalfew/contract/customer-value.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { churnRun, dropAccountChurn } from '../../churn/index.ts'
import { dropAccountValues, valueRun } from '../../customer-value/index.ts'
import { type ForecastFeatureName, forecastFeatures, forecastsAmong } from '../features/forecast-features.ts'
import { accountTotal } from './account-figures.query.ts'
import { readFigures } from './read-figures.ts'
import type { KeyedTable, TableFeature } from './segment-table.ts'

export interface ForecastFigures {
  /** A run whose account_metrics are there; what is written for it is removed again. */
  readonly runId: string
  readonly imports: number[]
  readonly membershipSequence: number
  readonly asOf: string
  readonly firstDay: string
  readonly currency: string
  readonly locale: Locale
  readonly features: readonly string[]
  readonly signal: AbortSignal
}

/**
 * A table of accounts by their keys with the forecasts that were asked for: their value, whether they will come back, and
 * what is at risk. Fits the models of customer value, and those of churn where the risk is asked for.
 */
export async function withForecasts(
  warehouse: Warehouse,
  table: KeyedTable,
  request: ForecastFigures,
): Promise<KeyedTable> {
  const names = forecastsAmong(request.features)
  if (names.length === 0) return table
  const { runId, firstDay, locale, currency, signal, ...scope } = request
  const settings = { ...defaultValueSettings, locale, currency }
  try {
    const { valuation } = await valueRun(warehouse, { ...scope, runId, firstDay, settings, signal })
    if (names.includes('churnRisk')) {
      const asked = { ...scope, runId, dataStart: firstDay, locale, currency, signal }
      await churnRun(warehouse, { ...asked, value: valuation })
    }
    const features = await Promise.all(names.map((name) => readForecast(warehouse, name, { runId, table, locale })))
    return { ...table, features: [...table.features, ...features] }
  } finally {
    await dropAccountValues(warehouse, runId)
    await dropAccountChurn(warehouse, runId)
  }
}

async function readForecast(
  warehouse: Warehouse,
  name: ForecastFeatureName,
  { runId, table, locale }: { readonly runId: string; readonly table: KeyedTable; readonly locale: Locale },
): Promise<TableFeature> {
  const [total] = await warehouse.rows(accountTotal, { runId })
  const stream = await warehouse.bytes(forecastFigure(name), { parameters: { runId }, format: 'RowBinary' })
  const { keys, columns } = await readFigures(stream, { rows: total?.accounts ?? 0, columns: 1 })
  const rowOf = new Map(keys.map((key, row) => [key, row]))
  const values = Float64Array.from(table.accounts, (key) => columns[0]?.[rowOf.get(key) ?? -1] ?? Number.NaN)
  const title = translator(locale)(`selection.metric.${name}`)
  return { kind: 'figure', name, title, unit: forecastFeatures[name].unit, values }
}

/** A forecast of every account of a run, in RowBinary: the key, then a double; unknown figures are NaN. */
function forecastFigure(name: ForecastFeatureName): WarehouseQuery<z.ZodType, z.ZodType> {
  const { table, sql } = forecastFeatures[name]
  return defineQuery({
    name: `segment-${name}`,
    parameters: z.looseObject({ runId: z.string() }),
    row: z.unknown(),
    sql: `SELECT account_key, ifNull(toFloat64(${sql}), nan) FROM ${table} WHERE run_id = {runId:String}`,
  })
}
