import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleNormal } from '../simulation/sample-normal.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { areaUnderCurve } from './area-under-curve.ts'
import { fitLogistic } from './fit-logistic.ts'

const random = seededRandom(3)
const x = Float64Array.from({ length: 3000 }, () => 10 + 5 * sampleNormal(random))
const outcomes = Uint8Array.from(x, (value) => Number(random() < 1 / (1 + Math.exp(2 - 0.3 * value))))

describe('fitLogistic', () => {
  it('simulated outcomes give the coefficients back within three standard errors', () => {
    const fit = fitLogistic([x], outcomes)
    expect(fit.verdict).toBe('converged')
    expect(Math.abs(((fit.intercept ?? 0) + 2) / (fit.standardErrors?.[0] ?? 0))).toBeLessThan(3)
    expect(Math.abs(((fit.coefficients?.[0] ?? 0) - 0.3) / (fit.standardErrors?.[1] ?? 0))).toBeLessThan(3)
  })

  it('without covariates is the odds', () => {
    const fit = fitLogistic([], Uint8Array.of(1, 1, 1, 0))
    expect(fit.intercept).toBeCloseTo(Math.log(3), 10)
    expect(fit.standardErrors?.[0]).toBeCloseTo(Math.sqrt(1 / 3 + 1), 8)
  })

  it('a ridge draws the coefficients to 0, alike in every unit', () => {
    const plain = fitLogistic([x], outcomes).coefficients?.[0] ?? 0
    const drawn = fitLogistic([x], outcomes, { ridge: 100 }).coefficients?.[0] ?? 0
    const other = fitLogistic([x.map((value) => value * 1000)], outcomes, { ridge: 100 }).coefficients?.[0] ?? 0
    expect(drawn).toBeLessThan(plain)
    expect(drawn).toBeGreaterThan(0)
    expect(other * 1000).toBeCloseTo(drawn, 9)
  })

  it('separated outcomes: said without a ridge, fitted with one', () => {
    const columns = [Float64Array.of(1, 2, 3, 4, 5, 6)]
    const apart = Uint8Array.of(0, 0, 0, 1, 1, 1)
    expect(fitLogistic(columns, apart).verdict).toBe('separated')
    expect(fitLogistic(columns, apart, { ridge: 0.1 })).toMatchObject({ verdict: 'converged' })
  })

  it('one outcome only', () => {
    expect(fitLogistic([x], new Uint8Array(3000))).toMatchObject({ verdict: 'oneOutcome', coefficients: null })
    expect(fitLogistic([], new Uint8Array())).toMatchObject({ verdict: 'oneOutcome' })
  })
})

describe('areaUnderCurve', () => {
  it('is the share of pairs in the right order, counted one by one', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 }))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const [ones, zeros] = [1, 0].map((kind) => rows.filter(([, outcome]) => outcome === kind))
        const pairs = (ones ?? []).flatMap(([high]) => (zeros ?? []).map(([low]) => 0.5 * (1 + Math.sign(high - low))))
        const expected = pairs.length === 0 ? 0.5 : pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length
        const found = areaUnderCurve(
          rows.map(([score]) => score),
          rows.map(([, outcome]) => outcome),
        )
        expect(found).toBeCloseTo(expected, 12)
      }),
    )
  })
})
