import { type ComparisonOptions, comparisons } from './comparisons.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'

/** Three judgements that contradict each other. */
export interface Triad {
  /** Places i < j < k of the criteria. */
  readonly criteria: readonly [number, number, number]
  /** aᵢⱼ · aⱼₖ · aₖᵢ: 1 if the three agreed. Above 1, i over j over k says more for i than i against k; below 1, less. */
  readonly product: number
  /** The absolute logarithm of the product. */
  readonly contradiction: number
}

/**
 * The three criteria whose judgements contradict each other most.
 *
 * @returns null when no three judgements contradict each other, or no three form a circle; the first of equals
 * @throws RangeError naming the first fault of the matrix
 * Source: Koczkodaj 1993, "A new definition of consistency of pairwise comparisons", with the logarithm as distance.
 * @example
 * worstTriad([[1, 2, 8], [0.5, 1, 2], [1 / 8, 0.5, 1]]) // { criteria: [0, 1, 2], product: 0.5, contradiction: Math.LN2 }
 * worstTriad([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]) // null
 * worstTriad([[1, 2], [2, 1]]) // throws RangeError
 */
export function worstTriad(matrix: JudgementMatrix, options: ComparisonOptions = {}): Triad | null {
  const { size, values } = comparisons(matrix, options)
  let worst: Triad | null = null
  for (const criteria of triads(size)) {
    const [i, j, k] = criteria
    const product = (values[i * size + j] ?? 0) * (values[j * size + k] ?? 0) * (values[k * size + i] ?? 0)
    // A product of 0 has a gap in it.
    const contradiction = product === 0 ? 0 : Math.abs(Math.log(product))
    if (contradiction > (worst?.contradiction ?? 0) + 1e-9) worst = { criteria, product, contradiction }
  }
  return worst
}

function* triads(size: number): Generator<[number, number, number]> {
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      for (let k = j + 1; k < size; k++) yield [i, j, k]
    }
  }
}
