/** Figures with where they came from. */
export interface PlacedFigures {
  readonly figures: Float64Array
  readonly positions: Uint32Array
}

/**
 * The known figures of a column with their positions.
 *
 * @param column any numbers, the infinities included; NaN = unknown, left out
 * @param start positions in the order in which they are to come; 0, 1, 2 … where absent
 * @example
 * placedFigures([8, NaN, 2]) // { figures: Float64Array.of(8, 2), positions: Uint32Array.of(0, 2) }
 * placedFigures([8, NaN, 2], [2, 1, 0]).positions // Uint32Array.of(2, 0)
 */
export function placedFigures(column: ArrayLike<number>, start?: ArrayLike<number>): PlacedFigures {
  const length = start?.length ?? column.length
  const figures = new Float64Array(length)
  const positions = new Uint32Array(length)
  let known = 0
  for (let i = 0; i < length; i++) {
    const position = start === undefined ? i : (start[i] ?? 0)
    const figure = column[position] ?? Number.NaN
    if (Number.isNaN(figure)) continue
    figures[known] = figure
    positions[known++] = position
  }
  return { figures: figures.subarray(0, known), positions: positions.subarray(0, known) }
}
