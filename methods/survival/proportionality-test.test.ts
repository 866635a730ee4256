import { describe, expect, it } from 'vitest'
import { sampleExponential } from '../simulation/sample-exponential.ts'
import { seededRandom } from '../simulation/seeded-random.ts'
import { fitCox } from './fit-cox.ts'
import { proportionalityTest } from './proportionality-test.ts'

describe('ovarian cancer, two treatments: Edmunson 1979, the example of R’s survival', () => {
  // Days, death, age, treatment, performance.
  const rows = [
    [59, 1, 72.3315, 1, 1],
    [115, 1, 74.4932, 1, 1],
    [156, 1, 66.4658, 1, 2],
    [421, 0, 53.3644, 2, 1],
    [431, 1, 50.3397, 1, 1],
    [448, 0, 56.4301, 1, 2],
    [464, 1, 56.937, 2, 2],
    [475, 1, 59.8548, 2, 2],
    [477, 0, 64.1753, 1, 1],
    [563, 1, 55.1781, 2, 2],
    [638, 1, 56.7562, 1, 2],
    [744, 0, 50.1096, 2, 1],
    [769, 0, 59.6301, 2, 2],
    [770, 0, 57.0521, 2, 1],
    [803, 0, 39.2712, 1, 1],
    [855, 0, 43.1233, 1, 2],
    [1040, 0, 38.8932, 1, 2],
    [1106, 0, 44.6, 1, 1],
    [1129, 0, 53.9068, 2, 1],
    [1206, 0, 44.2055, 2, 1],
    [1227, 0, 59.589, 2, 2],
    [268, 1, 74.5041, 1, 2],
    [329, 1, 43.137, 1, 1],
    [353, 1, 63.2192, 2, 2],
    [365, 1, 64.4247, 2, 1],
    [377, 0, 58.3096, 2, 1],
  ]
  const column = (at: number): Float64Array => Float64Array.from(rows, (row) => row[at] ?? 0)
  const data = { durations: column(0), events: Uint8Array.from(column(1)) }

  it('age and performance', () => {
    const columns = [column(2), column(4)]
    const coefficients = fitCox(data, columns).coefficients ?? new Float64Array()
    const each = proportionalityTest(data, columns, { coefficients, terms: [1, 1] })
    expect(each.map(({ statistic }) => statistic.toFixed(3))).toEqual(['0.698', '2.371'])
    expect(each.map(({ pValue }) => pValue.toFixed(2))).toEqual(['0.40', '0.12'])
    const [both] = proportionalityTest(data, columns, { coefficients, terms: [2] })
    expect(both?.statistic).toBeCloseTo(3.633, 3)
    expect(both).toMatchObject({ degrees: 2 })
    expect(both?.pValue).toBeCloseTo(0.16, 2)
  })

  it('age, each treatment a stratum', () => {
    const fit = fitCox(data, [column(2)], { strata: Uint32Array.from(column(3)) })
    expect(fit.coefficients?.[0]).toBeCloseTo(0.1374, 4)
    expect(fit.standardErrors?.[0]).toBeCloseTo(0.0474, 4)
  })
})

describe('simulated', () => {
  /** Two groups, the second at three times the risk until time 1, and at a third or three times of it from then on. */
  const lives = (later: number) => {
    const random = seededRandom(11)
    const group = Float64Array.from({ length: 1500 }, (_, row) => row % 2)
    const durations = group.map((own) => {
      const early = sampleExponential(random, own === 1 ? 0.6 : 0.2)
      return early < 1 ? early : 1 + sampleExponential(random, own === 1 ? 0.2 * later : 0.2)
    })
    return { group, data: { durations, events: new Uint8Array(1500).fill(1) } }
  }
  const pOf = (later: number): number => {
    const { group, data } = lives(later)
    const coefficients = fitCox(data, [group]).coefficients ?? new Float64Array()
    return proportionalityTest(data, [group], { coefficients, terms: [1] })[0]?.pValue ?? Number.NaN
  }

  it('finds an effect that turns around, and none in one that stays', () => {
    expect(pOf(1 / 3)).toBeLessThan(1e-10)
    expect(pOf(3)).toBeGreaterThan(0.01)
  })

  it('says nothing where nothing happened, and of a column that follows from others', () => {
    const column = Float64Array.of(1, 2, 4)
    const none = { durations: Float64Array.of(1, 2, 3), events: new Uint8Array(3) }
    const model = { coefficients: Float64Array.of(0, 0), terms: [1, 1] }
    for (const events of [none.events, Uint8Array.of(1, 1, 1)]) {
      const tests = proportionalityTest({ ...none, events }, [column, column], model)
      expect(tests).toEqual([
        { statistic: 0, degrees: 1, pValue: 1 },
        { statistic: 0, degrees: 1, pValue: 1 },
      ])
    }
  })
})
