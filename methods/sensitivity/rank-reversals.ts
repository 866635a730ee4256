import { unitWeights } from '../scoring/unit-weights.ts'
import { weightLines } from './weight-lines.ts'

/** One account would overtake another if one criterion weighed more or less. */
export interface RankReversal {
  readonly overtaken: number
  readonly overtaking: number
  readonly criterion: number
  /** Beyond this weight of the criterion (other weights rescaled in proportion) the order of the two is turned round. */
  readonly weight: number
  /** weight − the weight now. */
  readonly change: number
}

/**
 * Who would overtake whom near a threshold, and at which weight: the nearest changes first.
 *
 * @param columns values 0..1 of the criteria, none unknown (see `filledColumns`)
 * @param options `weights` now; `inside`: accounts just above the threshold; `outside`: just below it, none with a higher
 * score than any inside
 * @returns every pair and criterion with a weight within 0..1 at which the pair is level
 * @throws RangeError when weights and columns do not fit
 * @example
 * rankReversals([[1, 0], [0, 1]], { weights: [3, 1], inside: [0], outside: [1] })[0] // { overtaken: 0, overtaking: 1, criterion: 0, weight: 0.5, change: -0.25 }
 * rankReversals([[1]], { weights: [3, 1], inside: [0], outside: [0] }) // throws RangeError
 */
export function rankReversals(
  columns: readonly ArrayLike<number>[],
  options: {
    readonly weights: ArrayLike<number>
    readonly inside: readonly number[]
    readonly outside: readonly number[]
  },
): RankReversal[] {
  const weights = unitWeights(options.weights)
  const rows = [...options.inside, ...options.outside]
  const few = columns.map((column) => Float64Array.from(rows, (account) => column[account] ?? 0))
  const found = few.flatMap((_, criterion) => {
    const { weight, start, slope } = weightLines(few, { weights, criterion })
    return options.inside.flatMap((overtaken, i) =>
      options.outside.flatMap((overtaking, j): RankReversal[] => {
        const rival = options.inside.length + j
        const gains = (slope[rival] ?? 0) - (slope[i] ?? 0)
        const level = ((start[i] ?? 0) - (start[rival] ?? 0)) / gains
        if (!(level >= 0 && level <= 1)) return []
        return [{ overtaken, overtaking, criterion, weight: level, change: level - weight }]
      }),
    )
  })
  return found.sort((a, b) => Math.abs(a.change) - Math.abs(b.change))
}
