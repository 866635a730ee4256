import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forecastGroups } from './forecast-groups.ts'
import { meanAbsoluteError } from './mean-absolute-error.ts'
import { rankCorrelation } from './rank-correlation.ts'
import { topForecastShare } from './top-forecast-share.ts'

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
  minLength: 1,
  maxLength: 60,
})
const columns = pairs.map((rows) => ({ forecast: rows.map(([a]) => a), actual: rows.map(([, b]) => b) }))

it('the rank correlation is symmetric, within −1 and 1, and blind to what keeps the order', () => {
  fc.assert(
    fc.property(columns, ({ forecast, actual }) => {
      const found = rankCorrelation(forecast, actual)
      expect(rankCorrelation(actual, forecast)).toBe(found)
      if (found === null) return
      expect(Math.abs(found)).toBeLessThanOrEqual(1)
      const moved = rankCorrelation(
        forecast.map((value) => Math.exp(value)),
        actual,
      )
      expect(moved).toBeCloseTo(found, 12)
      const turned = rankCorrelation(
        forecast.map((value) => -value),
        actual,
      )
      expect(turned).toBeCloseTo(-found, 12)
    }),
  )
})

it('the share of the top does not depend on the order of the customers and grows with the top', () => {
  fc.assert(
    fc.property(columns, ({ forecast, actual }) => {
      const shareOf = (top: number): number | null => topForecastShare(forecast, actual, { top })
      const small = shareOf(0.1)
      expect(topForecastShare(forecast.toReversed(), actual.toReversed(), { top: 0.1 })).toBe(small)
      expect(small ?? 0).toBeLessThanOrEqual((shareOf(0.5) ?? 0) + 1e-12)
      expect(shareOf(0.999_999)).toSatisfy((share: number | null) => share === null || share > 0.99)
    }),
  )
})

it('perfect forecasts have no error and take the largest share', () => {
  fc.assert(
    fc.property(columns, ({ forecast, actual }) => {
      expect(meanAbsoluteError(actual, actual)).toBe(0)
      const best = topForecastShare(actual, actual, { top: 0.3 })
      expect(topForecastShare(forecast, actual, { top: 0.3 }) ?? 0).toBeLessThanOrEqual((best ?? 0) + 1e-12)
    }),
  )
})

it('groups hold everybody and keep the totals, forecasts rising', () => {
  fc.assert(
    fc.property(columns, ({ forecast, actual }) => {
      const groups = forecastGroups(forecast, actual)
      const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
      expect(sum(groups.map((group) => group.customers))).toBe(forecast.length)
      expect(sum(groups.map((group) => group.actual * group.customers))).toBeCloseTo(sum(actual), 9)
      expect(sum(groups.map((group) => group.expected * group.customers))).toBeCloseTo(sum(forecast), 9)
      groups.slice(1).forEach((group, i) => {
        expect(group.expected).toBeGreaterThanOrEqual(groups[i]?.expected ?? Infinity)
      })
    }),
  )
})
