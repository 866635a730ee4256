import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestRevision } from './best-revision.ts'
import { connectedCriteria } from './connected-criteria.ts'
import { consistency } from './consistency.ts'
import { eigenvectorPriorities } from './eigenvector-priorities.ts'
import { geometricConsistency } from './geometric-consistency.ts'
import { geometricMeanPriorities } from './geometric-mean-priorities.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { reciprocalJudgements } from './reciprocal-judgements.ts'
import { worstTriad } from './worst-triad.ts'

const answers = fc.integer({ min: -8, max: 8 }).map((step) => (step < 0 ? 1 / (1 - step) : step + 1))
const matrixOf = (size: number, answer: fc.Arbitrary<number | null>) =>
  fc
    .array(answer, { minLength: (size * (size - 1)) / 2, maxLength: (size * (size - 1)) / 2 })
    .map((upper) => reciprocalJudgements(size, upper))
const ofSize = (size: number) => matrixOf(size, answers)
const ofSizeWithGaps = (size: number) => matrixOf(size, fc.option(answers, { freq: 2 }))
const complete = fc.integer({ min: 1, max: 8 }).chain(ofSize)
const connected = fc
  .integer({ min: 1, max: 7 })
  .chain(ofSizeWithGaps)
  .filter((matrix) => connectedCriteria(matrix).length === 1)
const any = fc.oneof(complete, connected)

function permuted(matrix: JudgementMatrix, order: readonly number[]): (number | null)[][] {
  return order.map((i) => order.map((j) => matrix[i]?.[j] ?? null))
}

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length)
  for (let i = 0; i < found.length; i++) expect(found[i]).toBeCloseTo(expected[i] ?? Number.NaN, 10)
}

describe('priorities', () => {
  it.each([
    ['eigenvector', (matrix: JudgementMatrix) => eigenvectorPriorities(matrix).weights],
    ['geometric mean', geometricMeanPriorities],
  ])('%s: positive, sum 1, and the order of the criteria does not matter', (_, weightsOf) => {
    fc.assert(
      fc.property(any, fc.integer(), (matrix, seed) => {
        const weights = weightsOf(matrix)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
        expect(weights.every((weight) => weight > 0)).toBe(true)
        const places = [...matrix.keys()]
        const order = places.toSorted((a, b) => Math.sin(seed + a * 7) - Math.sin(seed + b * 7) || a - b)
        expectClose(
          weightsOf(permuted(matrix, order)),
          order.map((place) => weights[place] ?? 0),
        )
      }),
    )
  })

  it('the eigenvector is one, of Harker’s matrix where there are gaps, and its bounds hold it', () => {
    fc.assert(
      fc.property(any, (matrix) => {
        const { weights, lambdaMax, lambdaBounds } = eigenvectorPriorities(matrix)
        matrix.forEach((row, i) => {
          const gaps = row.filter((value) => value === null).length
          const product = row.reduce<number>((sum, value, j) => sum + (value ?? 0) * (weights[j] ?? 0), 0)
          expect((product + gaps * (weights[i] ?? 0)) / (weights[i] ?? 1)).toBeCloseTo(lambdaMax, 9)
        })
        expect(lambdaBounds[0]).toBeLessThanOrEqual(lambdaMax * (1 + 1e-12))
        expect(lambdaBounds[1]).toBeGreaterThanOrEqual(lambdaMax * (1 - 1e-12))
        expect(lambdaBounds[1] - lambdaBounds[0]).toBeLessThan(1e-9)
      }),
    )
  })

  it('geometric means are where the sum of squared logarithms is least', () => {
    fc.assert(
      fc.property(connected, fc.nat(6), fc.constantFrom(0.99, 1.01), (matrix, place, factor) => {
        const weights = geometricMeanPriorities(matrix)
        const squares = (each: ArrayLike<number>): number =>
          matrix
            .flatMap((row, i) =>
              row.map((value, j) => (value === null ? 0 : Math.log((value * (each[j] ?? 0)) / (each[i] ?? 1)) ** 2)),
            )
            .reduce((sum, square) => sum + square, 0)
        const moved = weights.map((weight, i) => (i === place ? weight * factor : weight))
        expect(squares(moved)).toBeGreaterThanOrEqual(squares(weights) - 1e-9)
      }),
    )
  })

  it('a consistent matrix gives its scale back by both methods, in any unit, with gaps or without', () => {
    const scales = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(scales, fc.constantFrom(1, 0.001, 7), fc.boolean(), (scale, unit, hasGaps) => {
        const sum = scale.reduce((part, value) => part + value, 0)
        const expected = scale.map((value) => value / sum)
        const matrix = scale.map((first, i) =>
          scale.map((second, j) => (hasGaps && Math.abs(i - j) > 1 ? null : (first * unit) / (second * unit))),
        )
        expectClose(eigenvectorPriorities(matrix).weights, expected)
        expectClose(geometricMeanPriorities(matrix), expected)
        expect(consistency(matrix).ratio).toBe(0)
        expect(geometricConsistency(matrix).index).toBe(0)
        expect(worstTriad(matrix)).toBeNull()
      }),
    )
  })
})

const steps = [9, 8, 7, 6, 5, 4, 3, 2, 1].flatMap((step) => [step, 1 / step])

function ratioWith(matrix: JudgementMatrix, place: { row: number; column: number }, judgement: number): number {
  const revised = matrix.map((cells) => [...cells])
  revised[place.row]?.splice(place.column, 1, judgement)
  revised[place.column]?.splice(place.row, 1, 1 / judgement)
  return consistency(revised).ratio
}

describe('consistency', () => {
  it('is never below 0, and 0 only where no three judgements contradict each other', () => {
    fc.assert(
      fc.property(complete, (matrix) => {
        const { ratio, lambdaMax, index } = consistency(matrix)
        expect(ratio).toBeGreaterThanOrEqual(0)
        expect(lambdaMax).toBeGreaterThanOrEqual(matrix.length)
        expect(ratio === 0).toBe(worstTriad(matrix) === null)
        expect(index === 0).toBe(geometricConsistency(matrix).index === 0)
      }),
    )
  })

  it('a revision never makes it worse, does what it says, and no other step does more', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 3, max: 5 }).chain(ofSize), connected), (matrix) => {
        const { ratio, isApproximate } = consistency(matrix)
        const revision = bestRevision(matrix)
        expect(revision !== null || ratio === 0 || isApproximate).toBe(true)
        fc.pre(revision !== null)
        expect(matrix[revision.row]?.[revision.column]).toBe(revision.judgement)
        expect(revision.consistencyRatioBefore).toBeCloseTo(ratio, 12)
        expect(revision.consistencyRatio).toBeLessThan(ratio)
        expect(ratioWith(matrix, revision, revision.revised)).toBeCloseTo(revision.consistencyRatio, 9)
        const step = revision.onScale ?? { judgement: revision.judgement, consistencyRatio: ratio }
        expect(ratioWith(matrix, revision, step.judgement)).toBeCloseTo(step.consistencyRatio, 12)
        expect(revision.consistencyRatio).toBeLessThanOrEqual(step.consistencyRatio)
        const others = matrix.flatMap((cells, row) =>
          cells.flatMap((value, column) =>
            value === null || column <= row ? [] : steps.map((each) => ratioWith(matrix, { row, column }, each)),
          ),
        )
        expect(Math.min(...others)).toBeGreaterThan(step.consistencyRatio - 1e-7)
      }),
      { numRuns: 25 },
    )
  })
})
