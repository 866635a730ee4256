import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { Contender } from '../fitting/fit-tasks.ts'
import type { OriginResult } from './run-backtest.ts'

/** The origins as they are shown, the latest first. */
export function backtestSummary(backtest: readonly OriginResult[]): CustomerValue['backtest'] {
  return backtest.flatMap((origin) => {
    const [best] = [...origin.scores].toSorted(([, one], [, other]) => one.mae - other.mae)
    if (best === undefined || origin.customers === 0) return []
    return [
      {
        calibrateUntil: isoFromDay(origin.origin.calibrateUntil),
        holdoutUntil: isoFromDay(origin.origin.holdoutUntil),
        customers: origin.customers,
        actual: best[1].actual,
        scores: [...origin.scores].map(([name, score]) => ({ name, score })),
        best: best[0],
      },
    ]
  })
}

/** Tenths of the customers by the forecast of a contender at the latest origin. */
export function calibrationOf(backtest: readonly OriginResult[], name: Contender | null): CustomerValue['calibration'] {
  const groups = name === null ? [] : (backtest[0]?.results.get(name)?.groups ?? [])
  return groups.map((group, index) => ({ decile: index + 1, ...group }))
}

/** Root mean square, over the origins, of how far a contender's total was off, as a fraction; 0 without a back-test. */
export function totalErrorOf(backtest: readonly OriginResult[], name: Contender | null): number {
  const squares = backtest.flatMap(({ scores }) => {
    const score = name === null ? undefined : scores.get(name)
    return score === undefined || score.actual <= 0 ? [] : [((score.expected - score.actual) / score.actual) ** 2]
  })
  return squares.length === 0 ? 0 : Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length)
}
