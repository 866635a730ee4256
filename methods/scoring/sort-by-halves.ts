import { emptyFigures, type KeyedFigures, writeLowerKeys, writeUpperKeys } from './keyed-figures.ts'
import type { PlacedFigures } from './placed-figures.ts'
import { radixOrder } from './radix-order.ts'
import { settleFigures } from './settle-figures.ts'

/**
 * Sorts figures by the upper halves of the doubles, in place, and by comparison where those agree; where that would take
 * long, by both halves. Equal figures stay in the order in which they came.
 *
 * @example
 * sortByHalves({ figures: Float64Array.of(2, 1), positions: Uint32Array.of(0, 1) }) // undefined
 */
export function sortByHalves(placed: PlacedFigures): void {
  const given = keyed(placed)
  writeUpperKeys(given)
  writeBack(radixOrder(given, emptyFigures(given.keys.length)), placed)
  if (!settleFigures(placed)) sortByBothHalves(placed)
}

/**
 * Sorts figures by the lower halves of the doubles and then by the upper ones, in place: for figures of which many agree in
 * their upper halves without being equal.
 *
 * @example
 * sortByBothHalves({ figures: Float64Array.of(2, 1), positions: Uint32Array.of(0, 1) }) // undefined
 */
export function sortByBothHalves(placed: PlacedFigures): void {
  const given = keyed(placed)
  const spare = emptyFigures(given.keys.length)
  writeLowerKeys(given)
  const byLower = radixOrder(given, spare)
  writeUpperKeys(byLower)
  writeBack(radixOrder(byLower, byLower === given ? spare : given), placed)
}

/** The figures themselves, which sorting overwrites. */
function keyed({ figures, positions }: PlacedFigures): KeyedFigures {
  return { keys: new Int32Array(figures.length), figures, positions }
}

function writeBack(inOrder: PlacedFigures, { figures, positions }: PlacedFigures): void {
  if (inOrder.figures === figures) return
  figures.set(inOrder.figures)
  positions.set(inOrder.positions)
}
