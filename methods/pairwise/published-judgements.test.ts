import { describe, expect, it } from 'vitest'
import { bestRevision } from './best-revision.ts'
import { consistency } from './consistency.ts'
import { eigenvectorPriorities } from './eigenvector-priorities.ts'
import { geometricConsistency } from './geometric-consistency.ts'
import { geometricMeanPriorities } from './geometric-mean-priorities.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { reciprocalJudgements } from './reciprocal-judgements.ts'
import { worstTriad } from './worst-triad.ts'

/**
 * Principal eigenvalue and eigenvector another way: the characteristic polynomial and the adjugate by Faddeev and LeVerrier,
 * its largest root by Newton's method from above.
 */
function byPolynomial(matrix: JudgementMatrix): { lambda: number; weights: number[] } {
  const a = matrix.map((row) => row.map((value) => value ?? Number.NaN))
  const size = a.length
  const places = [...a.keys()]
  const coefficients = [1]
  const adjugates: number[][][] = []
  let adjugate = places.map((i) => places.map((j) => Number(i === j)))
  for (let k = 1; k <= size; k++) {
    adjugates.push(adjugate)
    const known = adjugate
    const product = places.map((i) =>
      places.map((j) => places.reduce((sum, l) => sum + (a[i]?.[l] ?? 0) * (known[l]?.[j] ?? 0), 0)),
    )
    const coefficient = -places.reduce((sum, i) => sum + (product[i]?.[i] ?? 0), 0) / k
    coefficients.push(coefficient)
    adjugate = product.map((row, i) => row.map((value, j) => value + (i === j ? coefficient : 0)))
  }
  let lambda = Math.max(...a.map((row) => row.reduce((sum, value) => sum + value, 0)))
  for (let turn = 0; turn < 200; turn++) {
    let [value, slope] = [0, 0]
    for (const coefficient of coefficients) [value, slope] = [value * lambda + coefficient, slope * lambda + value]
    if (slope === 0) break
    lambda -= value / slope
  }
  const column = places.map((i) => adjugates.reduce((sum, each) => sum * lambda + (each[i]?.[0] ?? 0), 0))
  const sum = column.reduce((part, value) => part + value, 0)
  return { lambda, weights: column.map((value) => value / sum) }
}

interface Published {
  readonly name: string
  readonly matrix: JudgementMatrix
  readonly weights: readonly number[]
  /** By how much the publication may be off in the last digit that it prints. */
  readonly off?: number
  readonly lambda?: number
  readonly ratio?: number
}

const published: readonly Published[] = [
  {
    name: 'a textbook 3 × 3',
    matrix: reciprocalJudgements(3, [3, 5, 3]),
    weights: [0.637, 0.258, 0.105],
    lambda: 3.039,
    ratio: 0.033,
  },
  {
    // Harker 1987, "Incomplete pairwise comparisons in the analytic hierarchy process": the completed example.
    name: 'Harker 1987',
    matrix: reciprocalJudgements(3, [2, 3, 2]),
    weights: [0.5396145, 0.2969613, 0.1634241],
    off: 6e-8,
  },
  {
    // Saaty 1977, "A scaling method for priorities in hierarchical structures": US, USSR, China, France, UK, Japan, Germany.
    name: 'wealth of nations, Saaty 1977',
    matrix: reciprocalJudgements(7, [
      4,
      9,
      6,
      6,
      5,
      5,
      7,
      5,
      5,
      3,
      4,
      1 / 5,
      1 / 5,
      1 / 7,
      1 / 5,
      1,
      1 / 3,
      1 / 3,
      1 / 3,
      1 / 3,
      2,
    ]),
    weights: [0.427, 0.23, 0.021, 0.052, 0.052, 0.123, 0.094],
    lambda: 7.608,
    ratio: 0.077,
  },
  {
    // Saaty 1977: distances from Philadelphia to Cairo, Tokyo, Chicago, San Francisco, London, Montreal.
    name: 'distances, Saaty 1977',
    matrix: reciprocalJudgements(6, [1 / 3, 8, 3, 3, 7, 9, 3, 3, 9, 1 / 6, 1 / 5, 2, 1 / 3, 6, 6]),
    weights: [0.262, 0.397, 0.033, 0.116, 0.164, 0.027],
    off: 0.0006,
    lambda: 6.454,
  },
  {
    // Saaty 1980, "The analytic hierarchy process": learning, friends, school life, vocational training, college, music.
    name: 'choice of a school, Saaty 1980',
    matrix: reciprocalJudgements(6, [4, 3, 1, 3, 4, 7, 3, 1 / 5, 1, 1 / 5, 1 / 5, 1 / 6, 1, 1 / 3, 3]),
    weights: [0.32, 0.14, 0.03, 0.13, 0.24, 0.14],
    off: 0.005,
  },
  {
    // Saaty 1990, "How to make a decision": size, transport, neighbourhood, age, yard, facilities, condition, financing.
    name: 'choice of a house, Saaty 1990',
    matrix: reciprocalJudgements(
      8,
      [
        [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
        [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
        [6, 3, 4, 6, 1 / 5],
        [1 / 3, 1 / 4, 1 / 7, 1 / 8],
        [1 / 2, 1 / 5, 1 / 6],
        [1 / 5, 1 / 6],
        [1 / 2],
      ].flat(),
    ),
    weights: [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333],
    lambda: 9.669,
    ratio: 0.169,
  },
  {
    // Saaty 2008, "Decision making with the analytic hierarchy process": coffee, wine, tea, beer, sodas, milk, water.
    name: 'consumption of drinks, Saaty 2008',
    matrix: reciprocalJudgements(
      7,
      [
        [9, 5, 2, 1, 1, 1 / 2],
        [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
        [1 / 3, 1 / 4, 1 / 3, 1 / 9],
        [1 / 2, 1, 1 / 3],
        [2, 1 / 2],
        [1 / 3],
      ].flat(),
    ),
    weights: [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327],
    off: 0.0006,
    ratio: 0.022,
  },
]

describe.each(published)('$name', ({ matrix, weights: printed, off = 0.0006, lambda, ratio }) => {
  const found = eigenvectorPriorities(matrix)

  it('as published', () => {
    printed.forEach((weight, i) => expect(Math.abs((found.weights[i] ?? 0) - weight)).toBeLessThan(off))
    expect(found.lambdaMax).toBeCloseTo(lambda ?? found.lambdaMax, 3)
    expect(consistency(matrix).ratio).toBeCloseTo(ratio ?? consistency(matrix).ratio, 3)
  })

  it('as by the characteristic polynomial', () => {
    const other = byPolynomial(matrix)
    expect(found.lambdaMax).toBeCloseTo(other.lambda, 9)
    other.weights.forEach((weight, i) => expect(found.weights[i]).toBeCloseTo(weight, 9))
    const [low, high] = found.lambdaBounds
    expect(high - low).toBeLessThan(1e-12)
    expect(low).toBeLessThanOrEqual(other.lambda + 1e-9)
    expect(high).toBeGreaterThanOrEqual(other.lambda - 1e-9)
  })

  it('the geometric mean and its index by their definition', () => {
    const size = matrix.length
    const means = matrix.map((row) => row.reduce<number>((product, value) => product * (value ?? 0), 1) ** (1 / size))
    const sum = means.reduce((part, mean) => part + mean, 0)
    const weights = geometricMeanPriorities(matrix)
    means.forEach((mean, i) => expect(weights[i]).toBeCloseTo(mean / sum, 12))
    const deviations = matrix.flatMap((row, i) =>
      row.slice(i + 1).map((value, k) => Math.log(((value ?? 0) * (means[i + 1 + k] ?? 0)) / (means[i] ?? 1)) ** 2),
    )
    const index = (2 / ((size - 1) * (size - 2))) * deviations.reduce((part, square) => part + square, 0)
    expect(geometricConsistency(matrix).index).toBeCloseTo(index, 12)
  })
})

describe('thresholds of the geometric consistency index', () => {
  // Aguarón and Moreno-Jiménez 2003: for a consistency ratio of 0.1.
  it.each([
    [2, null],
    [3, 0.31],
    [4, 0.35],
    [5, 0.37],
    [15, 0.37],
  ])('%d criteria', (size, threshold) => {
    const equal = reciprocalJudgements(
      size,
      Array.from({ length: (size * (size - 1)) / 2 }, () => 1),
    )
    expect(geometricConsistency(equal)).toEqual({ index: 0, threshold })
  })
})

describe('a criterion that only one comparison ties to the others', () => {
  const three = reciprocalJudgements(3, [3, 5, 3])
  const four = reciprocalJudgements(4, [3, 5, 7, 3, null, null])

  it('changes neither geometric index nor triad, and has the weight that the comparison says', () => {
    expect(geometricConsistency(four).index).toBeCloseTo(geometricConsistency(three).index, 12)
    expect(worstTriad(four)).toEqual(worstTriad(three))
    expect(consistency(four)).toMatchObject({ missing: 2, isApproximate: true })
    const [first = 0, , , last = 0] = geometricMeanPriorities(four)
    expect(first / last).toBeCloseTo(7, 12)
    // Harker's eigenvector spreads the contradiction of the others over this judgement, too: w / wₗ = 7 (λ − 3).
    const { weights, lambdaMax } = eigenvectorPriorities(four)
    expect((weights[0] ?? 0) / (weights[3] ?? 1)).toBeCloseTo(7 * (lambdaMax - 3), 9)
  })
})

describe('a perfectly consistent 7 × 7', () => {
  const scale = [1, 2, 4, 8, 3, 6, 0.5]
  const matrix: JudgementMatrix = scale.map((first) => scale.map((second) => first / second))

  it('has a ratio of 0, nothing to revise, and weights as the scale', () => {
    expect(consistency(matrix)).toEqual({
      lambdaMax: 7,
      index: 0,
      randomIndex: 1.32,
      ratio: 0,
      missing: 0,
      isApproximate: false,
    })
    expect(geometricConsistency(matrix).index).toBe(0)
    expect(worstTriad(matrix)).toBeNull()
    expect(bestRevision(matrix)).toBeNull()
    eigenvectorPriorities(matrix).weights.forEach((weight, i) => expect(weight).toBeCloseTo((scale[i] ?? 0) / 24.5, 14))
  })
})

describe('the choice of a house: the judgement that spoils it', () => {
  // Saaty 2003, "Decision-making with the AHP: why is the principal eigenvector necessary", revises neighbourhood against
  // condition from 6 to 1/2, which brings λmax from 9.669 to 8.811.
  const house = published.find((each) => each.name.includes('house'))?.matrix ?? []

  it('is found', () => {
    expect(worstTriad(house)).toMatchObject({ criteria: [0, 2, 6], product: 54 })
    const revision = bestRevision(house)
    expect(revision).toMatchObject({ row: 2, column: 6, judgement: 6, onScale: { judgement: 0.5 } })
    const lambda = 8 + 7 * 1.41 * (revision?.onScale?.consistencyRatio ?? 0)
    expect(Math.abs(lambda - 8.811)).toBeLessThan(0.001)
  })
})
