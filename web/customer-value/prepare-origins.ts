import type { BacktestOrigin, CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { isBaseline, type ForecastName } from './model-name.ts'

export interface Origins {
  origins: Pick<BacktestOrigin, 'calibrateUntil' | 'holdoutUntil' | 'customers' | 'actual'>[]
  /** Mean absolute error of each forecast at each origin; null where it was not made. */
  lines: {
    name: ForecastName
    isChosen: boolean
    maes: { mae: number | null; isBest: boolean }[]
    mean: number | null
  }[]
  /** At how many origins the best forecast was a model and not a baseline. */
  wonByModels: number
}

/** The back-test, oldest day first, turned so that each forecast is a row: the steady ones stay low from origin to origin. */
export function prepareOrigins(value: Pick<CustomerValue, 'backtest' | 'chosen'>): Origins {
  const backtest = value.backtest.toSorted((a, b) => a.calibrateUntil.localeCompare(b.calibrateUntil))
  const names = [...new Set(backtest.flatMap(({ scores }) => scores.map(({ name }) => name)))]
  const lines = names.map((name) => {
    const maes = backtest.map((origin) => ({
      mae: origin.scores.find((entry) => entry.name === name)?.score.mae ?? null,
      isBest: origin.best === name,
    }))
    const known = maes.flatMap(({ mae }) => (mae === null ? [] : [mae]))
    const mean = known.length === backtest.length ? known.reduce((sum, mae) => sum + mae, 0) / known.length : null
    return { name, isChosen: name === value.chosen, maes, mean }
  })
  return {
    origins: backtest,
    lines: lines.toSorted((a, b) => Number(isBaseline(a.name)) - Number(isBaseline(b.name))),
    wonByModels: backtest.filter(({ best }) => !isBaseline(best)).length,
  }
}
