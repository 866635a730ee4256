import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areaUnderCurve } from '../regression/area-under-curve.ts'
import { fitLogistic } from '../regression/fit-logistic.ts'
import { linearScores } from '../regression/linear-scores.ts'
import { fitCox } from '../survival/fit-cox.ts'
import { fitWeibull } from '../survival/fit-weibull.ts'
import { kaplanMeier } from '../survival/kaplan-meier.ts'
import { logRank } from '../survival/log-rank.ts'
import { survivalAt } from '../survival/survival-at.ts'
import { survivalQuantile } from '../survival/survival-quantile.ts'

// Figures of R's survival and of a plain logistic regression on 7,043 telephone contracts, months.

const file = join(import.meta.dirname, '../../../shared/data/telco/Telco-Customer-Churn.csv')
const present = existsSync(file)

describe.skipIf(!present)('Telco', () => {
  const rows = present ? readRows() : []
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => Number(row[name]))
  const flag = (name: string, value: string): Float64Array =>
    Float64Array.from(rows, (row) => Number(row[name] === value))
  const durations = column('tenure')
  const events = Uint8Array.from(flag('Churn', 'Yes'))
  const data = { durations, events }
  const [oneYear, twoYears] = [flag('Contract', 'One year'), flag('Contract', 'Two year')]
  const [fiber, noInternet] = [flag('InternetService', 'Fiber optic'), flag('InternetService', 'No')]
  const [charges, senior, partner] = [column('MonthlyCharges'), column('SeniorCitizen'), flag('Partner', 'Yes')]
  const paperless = flag('PaperlessBilling', 'Yes')

  it('Kaplan–Meier', () => {
    const curve = kaplanMeier(data)
    expect(survivalAt(curve, 12)).toBeCloseTo(0.84319955, 8)
    expect(survivalAt(curve, 24)).toBeCloseTo(0.7887364, 8)
    expect(survivalAt(curve, 48)).toBeCloseTo(0.70884018, 8)
    expect(survivalAt(curve, 72)).toBeCloseTo(0.59279015, 8)
    expect(survivalQuantile(curve).time).toBeNull()
  })

  it('median of the contracts by month', () => {
    const monthly = rows.map((row) => row['Contract'] === 'Month-to-month')
    const chosen = { durations: durations.filter((_, i) => monthly[i]), events: events.filter((_, i) => monthly[i]) }
    expect(survivalQuantile(kaplanMeier(chosen))).toEqual({ time: 35, lower: 32, upper: 38 })
  })

  it('log-rank by contract', () => {
    const test = logRank(
      data,
      Uint32Array.from(rows, (_, i) => (oneYear[i] ?? 0) + 2 * (twoYears[i] ?? 0)),
    )
    expect(test.statistic).toBeCloseTo(2353, -1)
    expect(Math.abs(test.statistic - 2353)).toBeLessThan(0.5)
    expect(test.degrees).toBe(2)
    expect(test.pValue).toBeLessThan(1e-300)
    const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)
    expect(sum(test.observed)).toBeCloseTo(sum(test.expected), 6)
  })

  it('Cox with the ties of Efron', () => {
    const fit = fitCox(data, [oneYear, twoYears, fiber, noInternet, charges, senior, partner, paperless])
    const expected = [-1.836461, -3.615492, 1.458638, -1.184736, -0.029835, -0.041884, -0.586484, 0.189185]
    expect(fit.verdict).toBe('converged')
    expected.forEach((value, j) => expect(fit.coefficients?.[j]).toBeCloseTo(value, 5))
    expect(fit.concordance).toBeCloseTo(0.841021, 5)
    expect((fit.logLikelihood ?? 0) - (fit.nullLogLikelihood ?? 0)).toBeGreaterThan(1000)
  })

  it('Weibull agrees with Cox on every direction', () => {
    const known = durations.map((_, i) => i).filter((i) => (durations[i] ?? 0) > 0 || events[i] === 0)
    const pick = (values: Float64Array): Float64Array => known.map((i) => values[i] ?? 0)
    const kept = { durations: pick(durations), events: Uint8Array.from(known, (i) => events[i] ?? 0) }
    const columns = [oneYear, twoYears, fiber, noInternet, charges, partner, paperless].map(pick)
    const weibull = fitWeibull(kept, columns)
    const cox = fitCox(kept, columns)
    expect(weibull.verdict).toBe('converged')
    weibull.hazardCoefficients?.forEach((value, j) => {
      expect(Math.sign(value)).toBe(Math.sign(cox.coefficients?.[j] ?? 0))
      expect(Math.abs(value / (cox.coefficients?.[j] ?? 0) - 1)).toBeLessThan(0.5)
    })
  })

  it('logistic regression', () => {
    const columns = [oneYear, twoYears, durations, charges, fiber, noInternet, senior, paperless]
    const fit = fitLogistic(columns, events)
    expect(fit.verdict).toBe('converged')
    expect(fit.deviance).toBeCloseTo(6005.392, 3)
    const scores = linearScores(columns, { coefficients: fit.coefficients ?? [] })
    expect(areaUnderCurve(scores, events)).toBeCloseTo(0.836474, 6)
  })
})

function readRows(): Record<string, string>[] {
  const [header = [], ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
}
