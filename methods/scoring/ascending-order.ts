import { sortedFigures } from './sorted-figures.ts'

/**
 * Positions of the known figures, smallest first. Equal figures stay in the order in which they came, so that a tie is
 * broken by sorting by the second key first.
 *
 * @param figures any numbers, the infinities included; NaN = unknown, left out
 * @param start positions in the order that decides ties; 0, 1, 2 … where absent
 * @returns indices into the figures
 * @example
 * [...ascendingOrder([30, NaN, -10, 20])] // [2, 3, 0]
 * [...ascendingOrder([1, 0, 1], [2, 1, 0])] // [1, 2, 0]
 */
export function ascendingOrder(figures: ArrayLike<number>, start?: ArrayLike<number>): Uint32Array {
  return sortedFigures(figures, start).order
}
