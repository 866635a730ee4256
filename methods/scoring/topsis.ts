import { requireFiniteValues } from '../arguments/require-finite-values.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { closeness } from './closeness.ts'
import type { Direction } from './normalization-rule.ts'
import { scoreTopsis } from './score-topsis.ts'
import type { TopsisFrame } from './scoring-rule.ts'
import { unitWeights } from './unit-weights.ts'

/** Where a TOPSIS frame differs from what the population gives. */
export interface TopsisFrameOptions {
  /** Per criterion; all 'higher' where absent. */
  readonly directions?: readonly Direction[]
  /** The best and the worst point where they are agreed rather than taken from the population, in its unit. */
  readonly ideal?: ArrayLike<number>
  readonly antiIdeal?: ArrayLike<number>
}

/**
 * What TOPSIS takes from a population: the length of each column as a vector, its best and its worst value.
 *
 * With an agreed ideal and anti-ideal the order of two accounts does not depend on who else is in the population, but
 * for the scale.
 *
 * @param columns one per criterion, as figures or as values; NaN = unknown, does not take part
 * @returns norm 0 for a column of zeros; an ideal of NaN where nothing is known
 * @throws RangeError when an agreed point has not one number per criterion
 * Source: Hwang and Yoon 1981, "Multiple attribute decision making"; agreed points: García-Cascales and Lamata 2012, "On
 * rank reversal and TOPSIS method".
 * @example
 * [...topsisFrame([[3, 4]]).norms] // [5]
 * [...topsisFrame([[3, 4]], { directions: ['lower'] }).ideal] // [3]
 * topsisFrame([[3, 4]], { ideal: [1, 1] }) // throws RangeError
 */
export function topsisFrame(columns: readonly ArrayLike<number>[], options: TopsisFrameOptions = {}): TopsisFrame {
  const ranges = columns.map(columnRange)
  const better = (criterion: number): 'maximum' | 'minimum' =>
    options.directions?.[criterion] === 'lower' ? 'minimum' : 'maximum'
  const agreed = (name: 'ideal' | 'antiIdeal'): Float64Array | null => {
    const point = options[name]
    if (point === undefined) return null
    requireSameLength(name, { expected: columns.length, actual: point.length })
    requireFiniteValues(name, point)
    return Float64Array.from(point)
  }
  const best = ranges.map((range, criterion) => range[better(criterion)])
  const worst = ranges.map((range, criterion) => range[better(criterion) === 'maximum' ? 'minimum' : 'maximum'])
  return {
    norms: Float64Array.from(ranges, (range) => range.norm),
    ideal: agreed('ideal') ?? Float64Array.from(best),
    antiIdeal: agreed('antiIdeal') ?? Float64Array.from(worst),
  }
}

function columnRange(column: ArrayLike<number>): { norm: number; minimum: number; maximum: number } {
  let [squares, minimum, maximum] = [0, Number.NaN, Number.NaN]
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? Number.NaN
    if (Number.isNaN(value)) continue
    squares += value * value
    if (!(value >= minimum)) minimum = value
    if (!(value <= maximum)) maximum = value
  }
  return { norm: Math.sqrt(squares), minimum, maximum }
}

/**
 * TOPSIS: how near each account is to the best point, against the worst: distance to the worst / (distance to the worst +
 * distance to the best), with each column divided by its norm and multiplied by its weight.
 *
 * Multiplying a column by a number above 0 changes nothing. Where the two points coincide on every criterion, all get 0.5.
 *
 * @param columns one per criterion, all equally long, every figure known
 * @param model weights (rescaled to sum 1) and the frame of the population, see {@link topsisFrame}
 * @returns 0 (worst) to 1 (best) per account
 * @throws RangeError naming the column whose length differs or whose figure is unknown
 * Source: Hwang and Yoon 1981, "Multiple attribute decision making", chapter 3.
 * @example
 * [...topsisCloseness([[3, 4], [1, 1]], { weights: [1, 1], frame: topsisFrame([[3, 4], [1, 1]]) })] // [0, 1]
 * topsisCloseness([[3, NaN]], { weights: [1], frame: topsisFrame([[3, 4]]) }) // throws RangeError
 */
export function topsisCloseness(
  columns: readonly ArrayLike<number>[],
  { weights, frame }: { readonly weights: ArrayLike<number>; readonly frame: TopsisFrame },
): Float64Array {
  requireSameLength('weights', { expected: columns.length, actual: weights.length })
  const rescaled = unitWeights(weights)
  const count = columns[0]?.length ?? 0
  columns.forEach((column, criterion) => {
    requireSameLength(`columns[${criterion}]`, { expected: count, actual: column.length })
    requireFiniteValues(`columns[${criterion}]`, column)
  })
  return scoreTopsis(columns, { weights: rescaled, frame, missing: 'neutral' }).scores
}

/**
 * {@link topsisCloseness} of one account; a criterion whose value is unknown is left out of both distances.
 *
 * @param row one value per criterion; NaN = unknown
 * @param model weights of sum 1 and the frame of the population
 * @returns 0.5 where nothing is known or the two points coincide
 * @example
 * rowCloseness([4, NaN], { weights: [0.5, 0.5], frame: topsisFrame([[3, 4], [1, 2]]) }) // 1
 */
export function rowCloseness(
  row: ArrayLike<number>,
  { weights, frame }: { readonly weights: ArrayLike<number>; readonly frame: TopsisFrame },
): number {
  let toIdeal = 0
  let toAntiIdeal = 0
  for (let criterion = 0; criterion < row.length; criterion++) {
    const value = row[criterion] ?? Number.NaN
    const norm = frame.norms[criterion] ?? 0
    const weight = weights[criterion] ?? 0
    if (Number.isNaN(value) || norm === 0 || weight === 0) continue
    const scale = weight / norm
    const fromIdeal = scale * (value - (frame.ideal[criterion] ?? 0))
    const fromAntiIdeal = scale * (value - (frame.antiIdeal[criterion] ?? 0))
    toIdeal += fromIdeal * fromIdeal
    toAntiIdeal += fromAntiIdeal * fromAntiIdeal
  }
  return closeness({ toIdeal, toAntiIdeal })
}
