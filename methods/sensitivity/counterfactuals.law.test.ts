import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitNormalization } from '../scoring/fit-normalization.ts'
import { fitScoring } from '../scoring/fit-scoring.ts'
import type { NormalizationRule } from '../scoring/normalization-rule.ts'
import { normalizedColumn } from '../scoring/normalized-column.ts'
import { movedValue } from '../scoring/moved-value.ts'
import { scoreRow } from '../scoring/score-row.ts'
import { counterfactuals } from './counterfactuals.ts'

const population = [
  [0, 2, 3, 5, 8, 13, 20],
  [7, 1, 4, 4, 6, 9, 0],
  [10, 50, 20, 30, 90, 40, 60],
]
const rule: fc.Arbitrary<NormalizationRule> = fc.constantFrom<NormalizationRule>(
  { method: 'percentile' },
  { method: 'min-max' },
  { method: 'min-max', direction: 'lower', caps: { low: 0.1, high: 0.9 } },
  { method: 'log' },
  { method: 'z-score' },
  { method: 'target', lowest: 1, from: 4, to: 6, highest: 12 },
  {
    method: 'piecewise',
    points: [
      { figure: 1, value: 0 },
      { figure: 4, value: 0.1 },
      { figure: 6, value: 0.9 },
      { figure: 8, value: 0.7 },
      { figure: 12, value: 1 },
    ],
  },
)
const aggregation = fc.constantFrom('weighted-sum' as const, 'weighted-geometric' as const, 'topsis' as const)
const straight = (each: NormalizationRule): boolean => each.method !== 'log' && each.method !== 'z-score'

const question = fc
  .record({
    rules: fc.tuple(rule, rule, rule),
    weights: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    figures: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 })),
    costs: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    target: fc.integer({ min: 20, max: 95 }).map((each) => each / 100),
    how: aggregation,
    step: fc.constantFrom(undefined, 1, 2),
  })
  .map(({ rules, weights, figures, costs, target, how, step }) => {
    const normalizations = rules.map((each, i) => fitNormalization(population[i] ?? [], each))
    const columns = normalizations.map((fitted, i) => normalizedColumn(population[i] ?? [], fitted))
    const points = { ideal: [1, 1, 1], antiIdeal: [0, 0, 0] }
    const scoring = fitScoring(columns, { aggregation: how, weights, floor: 0.02, points })
    const actions = figures.map((figure, criterion) => ({
      criterion,
      lowest: figure - 4,
      highest: figure + 6,
      costPerUnit: costs[criterion] ?? 1,
      ...(step === undefined ? {} : { step }),
    }))
    return { figures, normalizations, scoring, target, actions, rules }
  })

type Question = Parameters<typeof counterfactuals>[0]

function scoreOf({ normalizations, scoring, figures: now }: Question, figures: readonly number[]): number {
  return scoreRow(
    normalizations.map((fitted, i) => movedValue(figures[i] ?? 0, { from: now[i] ?? 0, fitted })),
    scoring,
  )
}

/** Cost of the cheapest of all whole-numbered changes. */
function bySearch(asked: Question, step: number): number {
  const [a = 0, b = 0, c = 0] = Array.from(asked.figures)
  const cost = (to: readonly number[]): number =>
    asked.actions.reduce(
      (sum, { criterion, costPerUnit = 1 }) =>
        sum + costPerUnit * Math.abs((to[criterion] ?? 0) - (asked.figures[criterion] ?? 0)),
      0,
    )
  const moves = Array.from({ length: 11 }, (_, i) => i - 4).filter((move) => move % step === 0)
  const changed = moves.flatMap((x) => moves.flatMap((y) => moves.map((z) => [a + x, b + y, c + z])))
  const enough = changed.filter((to) => scoreOf(asked, to) >= asked.target - 1e-9)
  return Math.min(...enough.map(cost))
}

describe('counterfactuals', () => {
  it('reach the target when scored anew, within the limits and by whole steps', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { alternatives, furthest, score } = counterfactuals(asked)
        expect(score).toBeCloseTo(scoreOf(asked, asked.figures), 12)
        for (const { changes, score: reached } of [...alternatives, furthest]) {
          const to = [...asked.figures]
          for (const change of changes) {
            to[change.criterion] = change.to
            const moved = change.to - (asked.figures[change.criterion] ?? 0)
            expect(moved >= -4 && moved <= 6).toBe(true)
            const { step } = asked.actions[change.criterion] ?? {}
            expect(step === undefined || Math.abs(moved % step) === 0).toBe(true)
          }
          expect(reached).toBe(scoreOf(asked, to))
        }
        for (const { score: reached } of alternatives) expect(reached).toBeGreaterThanOrEqual(asked.target - 1e-8)
      }),
    )
  })

  it('are as cheap as the best of all whole steps', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { step } = asked.actions[0] ?? {}
        fc.pre(step !== undefined)
        const { alternatives } = counterfactuals(asked)
        const cheapest = Math.min(...alternatives.map((each) => each.cost))
        expect(cheapest).toBe(bySearch(asked, step ?? 1))
      }),
      { numRuns: 150 },
    )
  })

  it('do not pass over a mix whose score lands exactly at the target', () => {
    const minMax = { method: 'min-max', direction: 'higher', caps: null, minimum: 0, maximum: 20 } as const
    const ranks = { method: 'percentile', direction: 'higher', caps: null } as const
    const normalizations = [
      minMax,
      { ...ranks, sorted: Float64Array.of(0, 1, 4, 4, 6, 7, 9) },
      { ...ranks, sorted: Float64Array.of(10, 20, 30, 40, 50, 60, 90) },
    ]
    const scoring = fitScoring([[1], [1], [1]], { aggregation: 'weighted-sum', weights: [2, 2, 1] })
    const actions = [2, 1, 1].map((costPerUnit, criterion) => ({
      criterion,
      lowest: criterion === 2 ? -4 : 1,
      highest: criterion === 2 ? 6 : 11,
      costPerUnit,
      step: 2,
    }))
    // 0.4 · 7/20 + 0.4 · 1 = 0.54, which in doubles is a little less.
    const { alternatives } = counterfactuals({ figures: [5, 5, 0], normalizations, scoring, target: 0.54, actions })
    expect(alternatives.map(({ cost }) => cost)).toEqual([10])
  })

  it('without steps are no dearer than whole steps where they are exact', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const continuous = asked.rules.every((each) => each.method !== 'percentile')
        fc.pre(continuous && asked.rules.every(straight) && asked.scoring.aggregation === 'weighted-sum')
        const actions = asked.actions.map(({ criterion, lowest, highest, costPerUnit }) => ({
          criterion,
          lowest,
          highest,
          costPerUnit,
        }))
        const { alternatives, exact } = counterfactuals({ ...asked, actions })
        expect(exact).toBe(true)
        expect(Math.min(...alternatives.map((each) => each.cost))).toBeLessThanOrEqual(bySearch(asked, 1) + 1e-7)
      }),
    )
  })

  it('say how far one gets where the target cannot be reached', () => {
    const normalizations = [fitNormalization([0, 10], { method: 'min-max' })]
    const scoring = fitScoring([[0, 1]], { aggregation: 'weighted-sum', weights: [1] })
    const asked = {
      figures: [2],
      normalizations,
      scoring,
      target: 0.9,
      actions: [{ criterion: 0, lowest: 0, highest: 6 }],
    }
    const answer = counterfactuals(asked)
    expect(answer.alternatives).toEqual([])
    expect(answer.furthest).toEqual({ changes: [{ criterion: 0, from: 2, to: 6 }], cost: 1, score: 0.6 })
    expect(counterfactuals({ ...asked, figures: [Number.NaN] }).furthest.changes).toEqual([])
    expect(counterfactuals({ ...asked, target: 0.1 }).alternatives[0]?.changes).toEqual([])
    expect(() => counterfactuals({ ...asked, actions: [...asked.actions, ...asked.actions] })).toThrow(
      'must have one action',
    )
  })
})
