import type { FittedScoring } from '../scoring/scoring-rule.ts'

/** A score as a sum of terms, one per criterion, that has to reach a number. */
export interface GainTerms {
  /** The term of a criterion at a value 0..1; NaN = unknown. Never falls as the value rises. */
  readonly term: (criterion: number, value: number) => number
  /** The sum of all terms reaches this exactly where the score reaches the target. */
  readonly needed: number
}

/** Stands for the logarithm of 0, which cannot be added up. */
const leastLog = Math.log(Number.MIN_VALUE)

/**
 * Takes a score apart into terms that add up, for one target: of a weighted sum weight · value; of a geometric mean its
 * logarithm; of TOPSIS, for closeness c, (1 − c)² · squared distance to the worst − c² · squared distance to the best, which
 * is at least 0 where the closeness is at least c.
 *
 * @param scoring see `fitScoring`
 * @param goal `row`: the account's values, which say what is unknown; `target`: the score to reach, 0..1
 * @example
 * gainTerms({ aggregation: 'weighted-sum', weights: [0.25, 0.75], missing: 'worst', floor: 0, frame: null }, { row: [1, 0], target: 0.5 }).needed // 0.5
 */
export function gainTerms(
  scoring: FittedScoring,
  { row, target }: { readonly row: ArrayLike<number>; readonly target: number },
): GainTerms {
  const { weights, frame } = scoring
  const log = (value: number): number => Math.max(leastLog, Math.log(value))
  if (frame === null) {
    const geometric = scoring.aggregation === 'weighted-geometric'
    const place = (value: number): number => (geometric ? log(Math.max(scoring.floor, value)) : value)
    const unknown = Array.from(row).reduce((sum, value, i) => (Number.isNaN(value) ? sum + (weights[i] ?? 0) : sum), 0)
    const goal = geometric ? log(target) : target
    const filled = place(scoring.missing === 'worst' ? 0 : 0.5)
    return {
      term: (criterion, value) => (Number.isNaN(value) ? 0 : (weights[criterion] ?? 0) * place(value)),
      needed: scoring.missing === 'rescale' ? goal * (1 - unknown) : goal - unknown * filled,
    }
  }
  return {
    needed: 0,
    term: (criterion, value) => {
      const [ideal = 0, antiIdeal = 0] = [frame.ideal[criterion], frame.antiIdeal[criterion]]
      const scale = (weights[criterion] ?? 0) / (frame.norms[criterion] ?? 0)
      if (!Number.isFinite(scale) || (Number.isNaN(value) && scoring.missing === 'rescale')) return 0
      const unknown = scoring.missing === 'worst' ? antiIdeal : Math.min(ideal, Math.max(antiIdeal, 0.5))
      const known = Number.isNaN(value) ? unknown : value
      return ((1 - target) * scale * (known - antiIdeal)) ** 2 - (target * scale * (known - ideal)) ** 2
    },
  }
}
