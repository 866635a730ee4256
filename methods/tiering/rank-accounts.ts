import { requireSameLength } from '../arguments/require-same-length.ts'
import { compareNames } from '../ranking/compare-names.ts'
import { ascendingOrder } from '../scoring/ascending-order.ts'
import { scoreDecimals } from './tier-codes.ts'

/** What decides between equal scores, in this order: larger figures first, then names, then the order of the input. */
export interface TieOrder {
  /** The most important first; NaN = unknown, comes after every known figure. */
  readonly figures?: readonly ArrayLike<number>[]
  readonly names?: readonly string[]
}

/**
 * Positions of the accounts, the best score first.
 *
 * Scores that agree to 8 decimals are equal; ties are decided by the stated order, so that the ranking of the same data is
 * always the same.
 *
 * @param scores 0..1; NaN = not to be ranked (failed a gate), left out
 * @param ties what decides between equal scores
 * @returns indices into the scores
 * @throws RangeError when a column of the tie order has another length than the scores
 * @example
 * [...rankAccounts([0.1, 0.9, 0.9], { figures: [[7, 1, 2]] })] // [2, 1, 0]
 * [...rankAccounts([0.5, NaN, 0.5], { names: ['b', 'c', 'a'] })] // [2, 0]
 * rankAccounts([0.5], { names: [] }) // throws RangeError
 */
export function rankAccounts(scores: ArrayLike<number>, ties: TieOrder = {}): Uint32Array {
  const { figures = [], names } = ties
  const expected = scores.length
  figures.forEach((column, i) => requireSameLength(`ties.figures[${i}]`, { expected, actual: column.length }))
  if (names !== undefined) requireSameLength('ties.names', { expected, actual: names.length })

  // A stable sort by the least important key first, the score last.
  let order: Uint32Array | undefined
  for (const column of figures.toReversed()) order = ascendingOrder(negated(column), order)
  const rounded = roundedScores(scores)
  order = ascendingOrder(rounded, order)
  if (names !== undefined) settleNames(order, { names, columns: [rounded, ...figures] })
  return order
}

/** So that larger comes first; unknown last. */
function negated(column: ArrayLike<number>): Float64Array {
  const turned = new Float64Array(column.length)
  for (let i = 0; i < turned.length; i++) {
    const figure = column[i] ?? Number.NaN
    turned[i] = Number.isNaN(figure) ? Infinity : -figure
  }
  return turned
}

function roundedScores(scores: ArrayLike<number>): Float64Array {
  const scale = 10 ** scoreDecimals
  const rounded = new Float64Array(scores.length)
  for (let i = 0; i < rounded.length; i++) rounded[i] = -Math.round((scores[i] ?? Number.NaN) * scale)
  return rounded
}

/** Sorts the runs that no figure could decide by name. */
function settleNames(
  order: Uint32Array,
  { names, columns }: { readonly names: readonly string[]; readonly columns: readonly ArrayLike<number>[] },
): void {
  const equal = (one: number, other: number): boolean =>
    columns.every((column) => Object.is((column[one] ?? 0) + 0, (column[other] ?? 0) + 0))
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && equal(order[from] ?? 0, order[to] ?? 0)) to++
    if (to - from > 1) order.subarray(from, to).sort((a, b) => compareNames(names[a] ?? '', names[b] ?? ''))
    from = to
  }
}
