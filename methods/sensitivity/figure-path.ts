import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { countNotAbove } from '../ranking/count-not-above.ts'
import { countLower } from '../ranking/count-lower.ts'
import type { FittedNormalization } from '../scoring/normalization-rule.ts'
import { requirePositive } from '../special-functions/require-positive.ts'

/** What may be done about a criterion. */
export interface CriterionAction {
  readonly criterion: number
  /** The figures that can be reached; what lies between them and the figure now is allowed. */
  readonly lowest: number
  readonly highest: number
  /** Changes are whole multiples of this; any change where absent. */
  readonly step?: number
  /** Per unit of the figure; where absent, going all the way to the limit costs 1. */
  readonly costPerUnit?: number
}

/** The figures to which an action can lead in one direction, the nearest first. */
export interface FigurePath {
  readonly action: CriterionAction
  readonly from: number
  /** Numbered from 1. */
  readonly count: number
  readonly figureAt: (stop: number) => number
  /** Whether every figure between two stops is allowed too. */
  readonly continuous: boolean
  readonly cost: (figure: number) => number
}

/** Stops between limits where a value function is curved. */
const curveStops = 128

/**
 * The two ways in which an action can move a figure. Stops are multiples of the step where there is one; else the population's
 * figures of a percentile, the corners of a value function, or a narrow grid of a curve; and the limit.
 *
 * @param action within limits
 * @param options `from`: the figure now; `fitted`: the criterion's normalisation; `curved`: whether equal changes of the
 * value do not add equal amounts to the score
 * @returns none for an unknown figure or one that is at the limit
 * @throws RangeError naming a limit, step or cost that cannot be meant
 * @example
 * figurePaths({ criterion: 0, lowest: 1, highest: 4, step: 2 }, { from: 1, fitted: fitNormalization([1, 9], { method: 'min-max' }), curved: false }).map((path) => path.figureAt(1)) // [3]
 * figurePaths({ criterion: 0, lowest: 4, highest: 1 }, { from: 1, fitted: fitNormalization([1, 9], { method: 'min-max' }), curved: false }) // throws RangeError
 */
export function figurePaths(
  action: CriterionAction,
  options: { readonly from: number; readonly fitted: FittedNormalization; readonly curved: boolean },
): FigurePath[] {
  const { lowest, highest, step, costPerUnit, criterion } = action
  const { from } = options
  if (!(lowest <= highest))
    throw new RangeError(`lowest of ${criterion} must not be above highest, got ${lowest} and ${highest}`)
  if (step !== undefined) requirePositive(`step of ${criterion}`, step)
  if (costPerUnit !== undefined) requireNonNegative(`costPerUnit of ${criterion}`, costPerUnit)
  return [highest, lowest].flatMap((limit, i) => {
    const room = Math.abs(limit - from)
    const direction = i === 0 ? 1 : -1
    if (!Number.isFinite(room) || Math.sign(limit - from) !== direction) return []
    const cost = (figure: number): number => Math.abs(figure - from) * (costPerUnit ?? 1 / room)
    if (step !== undefined) {
      const figureAt = (stop: number): number => from + direction * step * stop
      return [{ action, from, count: Math.floor(room / step + 1e-9), figureAt, continuous: false, cost }]
    }
    return [{ action, from, cost, ...stopsTowards(limit, options) }]
  })
}

function stopsTowards(
  limit: number,
  { from, fitted, curved }: { readonly from: number; readonly fitted: FittedNormalization; readonly curved: boolean },
): Pick<FigurePath, 'count' | 'figureAt' | 'continuous'> {
  if (fitted.method === 'percentile') return populationStops(limit, { from, sorted: fitted.sorted })
  const bent = curved || fitted.method === 'log' || fitted.method === 'z-score'
  const grid = bent ? Array.from({ length: curveStops }, (_, i) => from + ((limit - from) * (i + 1)) / curveStops) : []
  const inside = [...corners(fitted), ...grid].filter((figure) => (figure - from) * (limit - figure) > 0)
  const stops = [...new Set([...inside, limit])].sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
  return { count: stops.length, figureAt: (stop) => stops[stop - 1] ?? limit, continuous: true }
}

/** Figures at which the value function changes its slope. */
function corners(fitted: Exclude<FittedNormalization, { readonly method: 'percentile' }>): number[] {
  if (fitted.method === 'target') return [fitted.lowest, fitted.from, fitted.to, fitted.highest]
  if (fitted.method === 'piecewise') return fitted.points.map((point) => point.figure)
  const caps = fitted.caps === null ? [] : [fitted.caps.low, fitted.caps.high]
  return fitted.method === 'z-score' ? caps : [...caps, fitted.minimum, fitted.maximum]
}

/** Between two figures of the population a percentile does not change. */
function populationStops(
  limit: number,
  { from, sorted }: { readonly from: number; readonly sorted: Float64Array },
): Pick<FigurePath, 'count' | 'figureAt' | 'continuous'> {
  const rising = limit > from
  const first = rising ? countNotAbove(sorted, from) : countLower(sorted, limit)
  const end = rising ? countNotAbove(sorted, limit) : countLower(sorted, from)
  const inside = Math.max(0, end - first)
  return {
    count: inside + 1,
    continuous: false,
    figureAt: (stop) => (stop > inside ? limit : ((rising ? sorted[first + stop - 1] : sorted[end - stop]) ?? limit)),
  }
}
