import type { SegmentUnit } from '@vitalfew/contract/segmentation.ts'

export interface ForecastFeature {
  /** The table that a run writes it to. */
  readonly table: 'account_value' | 'account_churn'
  readonly sql: string
  readonly unit: SegmentUnit
}

/**
 * What is expected of accounts, as figures that clusters may go by: worked out only where somebody asks for it. Names are
 * in the catalogues under `selection.metric.<name>`.
 */
export const forecastFeatures = {
  pAlive: { table: 'account_value', sql: 'p_alive', unit: 'share' },
  expectedOrders: { table: 'account_value', sql: 'expected_orders', unit: 'number' },
  clv: { table: 'account_value', sql: 'clv', unit: 'money' },
  valueAtRisk: { table: 'account_value', sql: 'value_at_risk', unit: 'money' },
  overdueCycles: { table: 'account_value', sql: 'overdue_cycles', unit: 'number' },
  churnRisk: { table: 'account_churn', sql: 'risk', unit: 'share' },
} as const satisfies Readonly<Record<string, ForecastFeature>>

export type ForecastFeatureName = keyof typeof forecastFeatures

/** The forecasts among the names of features, in any case of letters. */
export function forecastsAmong(features: readonly string[]): ForecastFeatureName[] {
  const asked = new Set(features.map((name) => name.trim().toLowerCase()))
  return Object.keys(forecastFeatures)
    .filter(isForecast)
    .filter((name) => asked.has(name.toLowerCase()))
}

function isForecast(name: string): name is ForecastFeatureName {
  return Object.hasOwn(forecastFeatures, name)
}
