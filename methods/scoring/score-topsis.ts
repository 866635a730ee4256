import { closeness } from './closeness.ts'
import type { MissingPolicy, ScoredColumns, TopsisFrame } from './scoring-rule.ts'
import { topsisFill } from './topsis-fill.ts'

/** So many accounts are added up at a time, that their distances stay in a processor's nearest caches. */
const chunkAccounts = 1024

/** A scale with everything that does not depend on the account. */
interface Term {
  readonly column: ArrayLike<number>
  readonly ideal: number
  readonly antiIdeal: number
  /** weight / norm */
  readonly scale: number
  /** Squares that an unknown value adds to the two distances, and between the best and the worst. */
  readonly unknown: { readonly toIdeal: number; readonly toAntiIdeal: number; readonly apart: number }
}

/** Squared distances of the accounts of a chunk: by what is known, what is filled in, and how much that may be off. */
interface Distances {
  readonly toIdeal: Float64Array
  readonly toAntiIdeal: Float64Array
  readonly filledToIdeal: Float64Array
  readonly filledToAntiIdeal: Float64Array
  readonly apart: Float64Array
}

/**
 * TOPSIS scores of all accounts, criterion after criterion.
 *
 * @param columns one per criterion, all equally long; NaN = unknown
 * @param model weights of sum 1, the frame of the population, and what an unknown value counts as
 * @returns each as `scoreRow` gives it
 * @example
 * [...scoreTopsis([[3, 4], [1, 1]], { weights: [0.5, 0.5], frame: topsisFrame([[3, 4], [1, 1]]), missing: 'neutral' }).scores] // [0, 1]
 */
export function scoreTopsis(
  columns: readonly ArrayLike<number>[],
  model: { readonly weights: ArrayLike<number>; readonly frame: TopsisFrame; readonly missing: MissingPolicy },
): ScoredColumns {
  const count = columns[0]?.length ?? 0
  const scores = new Float64Array(count)
  const lower = new Float64Array(count)
  const upper = new Float64Array(count)
  const terms = columns.flatMap((column, criterion) => termOf(column, { ...model, criterion }))
  const column = (): Float64Array => new Float64Array(chunkAccounts)
  const [toIdeal, toAntiIdeal, filledToIdeal, filledToAntiIdeal, apart] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ]
  const distances = { toIdeal, toAntiIdeal, filledToIdeal, filledToAntiIdeal, apart }
  for (let first = 0; first < count; first += chunkAccounts) {
    const size = Math.min(chunkAccounts, count - first)
    addUp(terms, { distances, first, size })
    for (let i = 0; i < size; i++) {
      const account = first + i
      const known = { toIdeal: toIdeal[i] ?? 0, toAntiIdeal: toAntiIdeal[i] ?? 0 }
      const between = apart[i] ?? 0
      scores[account] = closeness({
        toIdeal: known.toIdeal + (filledToIdeal[i] ?? 0),
        toAntiIdeal: known.toAntiIdeal + (filledToAntiIdeal[i] ?? 0),
      })
      lower[account] =
        between === 0 ? (scores[account] ?? 0) : closeness({ ...known, toIdeal: known.toIdeal + between })
      upper[account] =
        between === 0 ? (scores[account] ?? 0) : closeness({ ...known, toAntiIdeal: known.toAntiIdeal + between })
    }
  }
  return { scores, lower, upper }
}

/** None for a criterion that does not count. */
function termOf(
  column: ArrayLike<number>,
  model: {
    readonly weights: ArrayLike<number>
    readonly frame: TopsisFrame
    readonly missing: MissingPolicy
    readonly criterion: number
  },
): Term[] {
  const { weights, frame, missing, criterion } = model
  const weight = weights[criterion] ?? 0
  const norm = frame.norms[criterion] ?? 0
  if (weight === 0 || norm === 0) return []
  const ideal = frame.ideal[criterion] ?? 1
  const antiIdeal = frame.antiIdeal[criterion] ?? 0
  const scale = weight / norm
  const filling = topsisFill(missing, { ideal, antiIdeal })
  const unknown = {
    toIdeal: filling === null ? 0 : (scale * (filling - ideal)) ** 2,
    toAntiIdeal: filling === null ? 0 : (scale * (filling - antiIdeal)) ** 2,
    apart: (scale * (ideal - antiIdeal)) ** 2,
  }
  return [{ column, ideal, antiIdeal, scale, unknown }]
}

function addUp(
  terms: readonly Term[],
  { distances, first, size }: { readonly distances: Distances; readonly first: number; readonly size: number },
): void {
  const { toIdeal, toAntiIdeal, filledToIdeal, filledToAntiIdeal, apart } = distances
  for (const each of [toIdeal, toAntiIdeal, filledToIdeal, filledToAntiIdeal, apart]) each.fill(0)
  for (const { column, ideal, antiIdeal, scale, unknown } of terms) {
    for (let i = 0; i < size; i++) {
      const value = column[first + i] ?? Number.NaN
      if (Number.isNaN(value)) {
        filledToIdeal[i] = (filledToIdeal[i] ?? 0) + unknown.toIdeal
        filledToAntiIdeal[i] = (filledToAntiIdeal[i] ?? 0) + unknown.toAntiIdeal
        apart[i] = (apart[i] ?? 0) + unknown.apart
        continue
      }
      const fromIdeal = scale * (value - ideal)
      const fromAntiIdeal = scale * (value - antiIdeal)
      toIdeal[i] = (toIdeal[i] ?? 0) + fromIdeal * fromIdeal
      toAntiIdeal[i] = (toAntiIdeal[i] ?? 0) + fromAntiIdeal * fromAntiIdeal
    }
  }
}
