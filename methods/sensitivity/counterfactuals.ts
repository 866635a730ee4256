import { requireSameLength } from '../arguments/require-same-length.ts'
import { roundDecimals } from '../arithmetic/round-decimals.ts'
import type { FittedNormalization } from '../scoring/normalization-rule.ts'
import { movedValue } from '../scoring/moved-value.ts'
import { scoreRow } from '../scoring/score-row.ts'
import type { FittedScoring } from '../scoring/scoring-rule.ts'
import { requireFraction } from '../special-functions/require-fraction.ts'
import { scoreDecimals } from '../tiering/tier-codes.ts'
import { cheapestMix, type GainPath, type Mix } from './cheapest-mix.ts'
import { type CriterionAction, figurePaths } from './figure-path.ts'
import { gainTerms } from './gain-terms.ts'
import { reachGain } from './reach-gain.ts'

/** An account of a population, the others of which stay as they are, and what may be done. */
export interface CounterfactualQuestion {
  /** The account's figure per criterion; NaN = unknown. */
  readonly figures: ArrayLike<number>
  /** Per criterion the value 0..1 that an unknown figure counts as; NaN, or where absent: as the scoring says. */
  readonly unknown?: ArrayLike<number>
  readonly normalizations: readonly FittedNormalization[]
  readonly scoring: FittedScoring
  /** The score to reach, see `scoreToEnter`. */
  readonly target: number
  /** At most one per criterion. */
  readonly actions: readonly CriterionAction[]
}

/** One way to go. */
export interface Counterfactual {
  readonly changes: readonly { readonly criterion: number; readonly from: number; readonly to: number }[]
  /** Sum over the changes of cost per unit · distance. */
  readonly cost: number
  /** By scoring the changed account anew. */
  readonly score: number
}

export interface CounterfactualAnswer {
  readonly score: number
  /** Ways that reach the target: one criterion alone, cheapest first, then the cheapest mix where it costs less than these. */
  readonly alternatives: readonly Counterfactual[]
  /** The furthest that the actions lead, all of them taken. */
  readonly furthest: Counterfactual
  /** Whether no mix is cheaper; false where value functions are curved or there were too many figures to try them all. */
  readonly exact: boolean
}

/** Of the terms of a score, what adding them up may lose; far less than the 8 decimals at which a score reaches its target. */
const rounding = 1e-13

/**
 * What would have to change for an account to reach a score: the smallest change of each criterion alone, and the cheapest
 * mix.
 *
 * Nobody else's figure changes, and the score to reach stays. In a percentile the account leaves its old place, as it would if
 * everybody were ranked anew (see `movedValue`), so that nobody else's score rises; ranges, means and deviations do not react.
 * Criteria whose figure is unknown cannot be acted upon. Every alternative has been scored anew and reaches the target at 8
 * decimals; no alternatives means: not within the limits. An account that is there already gets one alternative without
 * changes.
 *
 * One criterion alone is exact whatever the value function (without a step, percentiles go from figure to figure of the
 * population); the mix is exact where value functions are straight lines between corners, and in a weighted sum.
 *
 * @throws RangeError naming the argument it cannot work with
 * Source: Wachter, Mittelstadt and Russell 2018, "Counterfactual explanations without opening the black box"; Ustun, Spangher
 * and Liu 2019, "Actionable recourse in linear classification".
 * @example
 * counterfactuals({ figures: [2], normalizations: [fitNormalization([0, 10], { method: 'min-max' })], scoring: fitScoring([[0, 1]], { aggregation: 'weighted-sum', weights: [1] }), target: 0.5, actions: [{ criterion: 0, lowest: 0, highest: 9 }] }).alternatives[0].changes // [{ criterion: 0, from: 2, to: 5 }]
 * counterfactuals({ figures: [2], normalizations: [], scoring: fitScoring([[0, 1]], { aggregation: 'weighted-sum', weights: [1] }), target: 0.5, actions: [] }) // throws RangeError
 */
export function counterfactuals(question: CounterfactualQuestion): CounterfactualAnswer {
  const { figures, normalizations, scoring, target } = question
  requireSameLength('figures', { expected: scoring.weights.length, actual: figures.length })
  requireSameLength('normalizations', { expected: figures.length, actual: normalizations.length })
  requireFraction('target', target)
  const row = valuesOf(question, figures)
  const paths = gainPaths(question, row)
  const furthest = scored(question, furthestMix(paths))
  const score = scoreRow(row, scoring)
  if (reaches(score, target))
    return { score, alternatives: [scored(question, { cost: 0, changes: [] })], furthest, exact: true }

  if (!reaches(furthest.score, target)) return { score, alternatives: [], furthest, exact: true }

  const { term, needed } = gainTerms(scoring, { row, target })
  const terms = row.map((value, criterion) => term(criterion, value))
  const wanted = needed - terms.reduce((sum, each) => sum + each, 0)
  const slack = rounding * terms.reduce((sum, each) => sum + Math.abs(each), Math.abs(needed))
  const within = (mix: Mix | null): Counterfactual[] => {
    const answer = mix === null ? null : scored(question, mix)
    return answer !== null && reaches(answer.score, target) ? [answer] : []
  }
  const singles = paths
    .flatMap((ways) => within(cheapestSingle(ways, { wanted, slack })))
    .sort((a, b) => a.cost - b.cost)
  const { mix, exact } = cheapestMix(paths, { wanted, slack })
  const cheapest = singles[0]?.cost ?? Infinity
  const mixes = mix !== null && mix.changes.length > 1 && mix.cost < cheapest * (1 - 1e-9) ? within(mix) : []
  const curved = paths.flat().some((path) => path.continuous && isCurved(question, path.action.criterion))
  return { score, alternatives: [...singles, ...mixes], furthest, exact: exact && !curved }
}

function reaches(score: number, target: number): boolean {
  return roundDecimals(score, scoreDecimals) >= roundDecimals(target, scoreDecimals)
}

function isCurved({ scoring, normalizations }: CounterfactualQuestion, criterion: number): boolean {
  const method = normalizations[criterion]?.method
  return scoring.aggregation !== 'weighted-sum' || method === 'log' || method === 'z-score'
}

/** Per action with a known figure and room to move it, its ways. */
function gainPaths(question: CounterfactualQuestion, row: readonly number[]): GainPath[][] {
  const { figures, normalizations, scoring, target, actions } = question
  const { term } = gainTerms(scoring, { row, target })
  const seen = new Set<number>()
  return actions.flatMap((action): GainPath[][] => {
    const { criterion } = action
    const fitted = normalizations[criterion]
    if (fitted === undefined) {
      throw new RangeError(`criterion of an action must be from 0 to ${normalizations.length - 1}, got ${criterion}`)
    }
    if (seen.has(criterion)) throw new RangeError(`criterion ${criterion} must have one action, got two`)
    seen.add(criterion)
    const from = figures[criterion] ?? Number.NaN
    if (Number.isNaN(from) || (scoring.weights[criterion] ?? 0) === 0) return []
    const now = term(criterion, row[criterion] ?? Number.NaN)
    const gain = (figure: number): number => term(criterion, movedValue(figure, { from, fitted })) - now
    const curved = scoring.aggregation !== 'weighted-sum'
    // A target range is best in its middle and a piecewise function may go up and down.
    const monotone = fitted.method !== 'target' && fitted.method !== 'piecewise'
    return [figurePaths(action, { from, fitted, curved }).map((path) => ({ ...path, gain, monotone }))]
  })
}

function cheapestSingle(
  ways: readonly GainPath[],
  goal: { readonly wanted: number; readonly slack: number },
): Mix | null {
  const mixes = ways.flatMap((path): Mix[] => {
    const to = reachGain(path, { ...path, ...goal })
    return to === null ? [] : [{ cost: path.cost(to), changes: [{ criterion: path.action.criterion, to }] }]
  })
  return mixes.sort((a, b) => a.cost - b.cost)[0] ?? null
}

/** Every criterion at its best figure; of equally good ones the nearest. */
function furthestMix(paths: readonly (readonly GainPath[])[]): Mix {
  const best = paths.flatMap((ways) => {
    let change: { criterion: number; to: number; gain: number; cost: number } | null = null
    for (const path of ways) {
      const stops = path.monotone ? [path.count] : Array.from({ length: path.count }, (_, i) => i + 1)
      for (const stop of stops) {
        const to = path.figureAt(stop)
        const gain = path.gain(to)
        if (stop > 0 && gain > (change?.gain ?? 0))
          change = { criterion: path.action.criterion, to, gain, cost: path.cost(to) }
      }
    }
    return change === null ? [] : [change]
  })
  return {
    cost: best.reduce((sum, change) => sum + change.cost, 0),
    changes: best.map(({ criterion, to }) => ({ criterion, to })),
  }
}

/** The values that figures of the account have in its population. */
function valuesOf(
  { normalizations, unknown, figures: now }: CounterfactualQuestion,
  figures: ArrayLike<number>,
): number[] {
  return normalizations.map((fitted, i) => {
    const value = movedValue(figures[i] ?? Number.NaN, { from: now[i] ?? Number.NaN, fitted })
    return Number.isNaN(value) ? (unknown?.[i] ?? value) : value
  })
}

function scored(question: CounterfactualQuestion, mix: Mix): Counterfactual {
  const { figures, scoring } = question
  const changed = Float64Array.from(figures)
  for (const { criterion, to } of mix.changes) changed[criterion] = to
  const row = valuesOf(question, changed)
  const changes = mix.changes.map(({ criterion, to }) => ({ criterion, from: figures[criterion] ?? Number.NaN, to }))
  return { changes, cost: mix.cost, score: scoreRow(row, scoring) }
}
