import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consensus } from './consensus.ts'
import { eigenvectorPriorities } from './eigenvector-priorities.ts'
import { geometricMeanPriorities } from './geometric-mean-priorities.ts'
import { groupJudgements } from './group-judgements.ts'
import { judgementFaults } from './judgement-faults.ts'
import { judgementSpreads } from './judgement-spreads.ts'
import { reciprocalJudgements } from './reciprocal-judgements.ts'

const answers = fc.integer({ min: -8, max: 8 }).map((step) => (step < 0 ? 1 / (1 - step) : step + 1))
const matrixOf = (size: number, answer: fc.Arbitrary<number | null>) =>
  fc
    .array(answer, { minLength: (size * (size - 1)) / 2, maxLength: (size * (size - 1)) / 2 })
    .map((upper) => reciprocalJudgements(size, upper))
const ofSize = (size: number) => matrixOf(size, answers)
const ofSizeWithGaps = (size: number) => matrixOf(size, fc.option(answers, { freq: 2 }))

describe('groups', () => {
  const experts = fc
    .integer({ min: 1, max: 5 })
    .chain((size) => fc.array(ofSizeWithGaps(size), { minLength: 1, maxLength: 6 }))

  it('the group’s judgements are reciprocal, and the order of the experts does not matter', () => {
    fc.assert(
      fc.property(experts, (matrices) => {
        const group = groupJudgements(matrices)
        const turned = groupJudgements(matrices.toReversed())
        expect(judgementFaults(group).filter((fault) => fault.kind !== 'apart')).toEqual([])
        group.forEach((row, i) =>
          row.forEach((value, j) => {
            const other = turned[i]?.[j] ?? null
            expect(other === null).toBe(value === null)
            expect(other ?? 0).toBeCloseTo(value ?? 0, 12)
          }),
        )
        expect(groupJudgements(matrices, { expertWeights: matrices.map(() => 2.5) })).toEqual(group)
      }),
    )
  })

  it('one expert is himself, and so are several who agree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain(ofSizeWithGaps),
        fc.integer({ min: 1, max: 4 }),
        (matrix, count) => {
          const group = groupJudgements(Array.from({ length: count }, () => matrix))
          group.forEach((row, i) =>
            row.forEach((value, j) => {
              const own = matrix[i]?.[j] ?? null
              expect(value === null).toBe(own === null)
              expect(value ?? 0).toBeCloseTo(own ?? 0, 14)
            }),
          )
          expect(judgementSpreads([matrix]).every((each) => each.spread === 1)).toBe(true)
        },
      ),
    )
  })

  it('geometric means of judgements and of complete priorities are the same', () => {
    fc.assert(
      fc.property(fc.array(ofSize(4), { minLength: 1, maxLength: 5 }), (matrices) => {
        const logs = matrices.map((matrix) => Array.from(geometricMeanPriorities(matrix), Math.log))
        const means = [0, 1, 2, 3].map((j) =>
          Math.exp(logs.reduce((sum, each) => sum + (each[j] ?? 0), 0) / matrices.length),
        )
        const sum = means.reduce((part, mean) => part + mean, 0)
        geometricMeanPriorities(groupJudgements(matrices)).forEach((weight, j) =>
          expect(weight).toBeCloseTo((means[j] ?? 0) / sum, 10),
        )
      }),
    )
  })

  it('consensus lies in 0..1, is 1 only for equals, and does not depend on the order of experts or criteria', () => {
    const vectors = fc
      .integer({ min: 2, max: 6 })
      .chain((size) => fc.array(ofSize(size), { minLength: 1, maxLength: 5 }))
    fc.assert(
      fc.property(vectors, (matrices) => {
        const weights = matrices.map((matrix) => [...eigenvectorPriorities(matrix).weights])
        const found = consensus(weights)
        expect(found.consensus).toBeGreaterThanOrEqual(0)
        expect(found.consensus).toBeLessThanOrEqual(1)
        expect(found.averageDistance).toBeLessThanOrEqual(1)
        expect(found.consensus === 1 && found.averageDistance > 0.01).toBe(false)
        expect(consensus(weights.toReversed()).consensus).toBeCloseTo(found.consensus, 12)
        expect(consensus(weights.map((each) => each.toReversed())).consensus).toBeCloseTo(found.consensus, 12)
      }),
    )
  })
})
