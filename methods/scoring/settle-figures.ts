import type { PlacedFigures } from './placed-figures.ts'

/** Figures may be moved so many places each, taken together; to move them further takes longer than to sort them. */
const movesPerFigure = 8

/**
 * Puts figures in order that nearly are, in place, by moving each back to where it belongs; equal figures stay in the order
 * in which they came.
 *
 * @returns false where that took too many moves: then the figures are not in order yet
 * Source: insertion sort, Knuth 1973, "The art of computer programming", 5.2.1.
 * @example
 * settleFigures({ figures: Float64Array.of(2, 1), positions: Uint32Array.of(0, 1) }) // true
 */
export function settleFigures({ figures, positions }: PlacedFigures): boolean {
  let movesLeft = movesPerFigure * figures.length
  let before = -Infinity
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] ?? 0
    if (figure >= before) {
      before = figure
      continue
    }
    const position = positions[i] ?? 0
    let free = i
    for (; free > 0 && (figures[free - 1] ?? 0) > figure; free--) {
      figures[free] = figures[free - 1] ?? 0
      positions[free] = positions[free - 1] ?? 0
    }
    figures[free] = figure
    positions[free] = position
    movesLeft -= i - free
    if (movesLeft < 0) return false
  }
  return true
}
