import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blendedWeights } from './blended-weights.ts'
import { criticWeights } from './critic-weights.ts'
import { entropyWeights } from './entropy-weights.ts'
import { proportionalWeights } from './proportional-weights.ts'
import { standardDeviationWeights } from './standard-deviation-weights.ts'

const tables = fc
  .record({ rows: fc.integer({ min: 2, max: 30 }), size: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, size }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: rows, maxLength: rows }), {
      minLength: size,
      maxLength: size,
    }),
  )
  .map((columns) => columns.map((column) => Float64Array.from(column)))

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length)
  for (let i = 0; i < found.length; i++) expect(found[i]).toBeCloseTo(expected[i] ?? Number.NaN, 9)
}

describe.each([
  ['entropy', entropyWeights],
  ['CRITIC', criticWeights],
  ['standard deviation', standardDeviationWeights],
])('%s weights', (name, weightsOf) => {
  it('sum to 1, none below 0, in the order of the columns', () => {
    fc.assert(
      fc.property(tables, (columns) => {
        const weights = weightsOf(columns)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        expect(weights.every((weight) => weight >= 0)).toBe(true)
        expectClose(weightsOf(columns.toReversed()), weights.toReversed())
      }),
    )
  })

  it('ignore constants: they weigh nothing and change nothing', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 9 }), (columns, value) => {
        const constant = new Float64Array(columns[0]?.length ?? 0).fill(value / 3)
        const isVaried = columns.some((column) => new Set(column).size > 1)
        const weights = weightsOf([...columns, constant])
        if (!isVaried) expectClose(weights, new Float64Array(columns.length + 1).fill(1 / (columns.length + 1)))
        else expectClose(weights, [...weightsOf(columns), 0])
      }),
    )
  })

  it('do not depend on the unit of a column, nor on the order or the doubling of the rows', () => {
    const units = fc.constantFrom(1e-3, 1, 7, 1e6)
    fc.assert(
      fc.property(tables, fc.array(units, { minLength: 6, maxLength: 6 }), (columns, factors) => {
        const weights = weightsOf(columns)
        expectClose(weightsOf(columns.map((column, j) => column.map((value) => value * (factors[j] ?? 1)))), weights)
        expectClose(weightsOf(columns.map((column) => column.toReversed())), weights)
        if (name === 'entropy') return
        expectClose(weightsOf(columns.map((column) => Float64Array.of(...column, ...column))), weights)
        // Min–max takes a shift away, too.
        expectClose(weightsOf(columns.map((column, j) => column.map((value) => value - 100 * j - 5))), weights)
      }),
    )
  })
})

describe('CRITIC', () => {
  it('over more rows than a block is the same as over few', () => {
    fc.assert(
      fc.property(tables, (columns) => {
        const times = Math.ceil(3000 / (columns[0]?.length ?? 1))
        const longer = columns.map((column) =>
          Float64Array.from({ length: column.length * times }, (_, i) => column[i % column.length] ?? 0),
        )
        expectClose(criticWeights(longer), criticWeights(columns))
      }),
      { numRuns: 20 },
    )
  })
})

describe('blendedWeights', () => {
  const vectors = fc
    .integer({ min: 1, max: 5 })
    .chain((size) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size }), {
        minLength: 1,
        maxLength: 5,
      }),
    )
    .map((rows) => rows.map((row) => proportionalWeights(row)))

  it.each(['arithmetic', 'geometric'] as const)('%s: sums to 1, order-free, and equals blend to themselves', (mean) => {
    fc.assert(
      fc.property(vectors, (each) => {
        const blend = blendedWeights(each, { mean })
        expect(blend.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        expectClose(blendedWeights(each.toReversed(), { mean }), blend)
        const [first = new Float64Array()] = each
        expectClose(blendedWeights([first, first], { mean, shares: [3, 1] }), first)
        expectClose(blendedWeights(each, { mean, shares: each.map((_, i) => Number(i === 0)) }), first)
        if (mean === 'geometric') return
        blend.forEach((weight, j) => {
          expect(weight).toBeLessThanOrEqual(Math.max(...each.map((weights) => weights[j] ?? 0)) + 1e-12)
          expect(weight).toBeGreaterThanOrEqual(Math.min(...each.map((weights) => weights[j] ?? 0)) - 1e-12)
        })
      }),
    )
  })
})
