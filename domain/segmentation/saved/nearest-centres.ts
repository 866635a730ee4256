import type { Points } from '@vitalfew/methods/clustering/points.ts'

/** The place of the centre nearest to each point; of equally near ones the first. */
export function nearestCentres({ rows, width, values }: Points, centres: readonly (readonly number[])[]): Int32Array {
  const nearest = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    let least = Infinity
    centres.forEach((centre, place) => {
      let squared = 0
      for (let j = 0; j < width; j++) squared += ((values[row * width + j] ?? 0) - (centre[j] ?? 0)) ** 2
      if (squared < least) {
        least = squared
        nearest[row] = place
      }
    })
  }
  return nearest
}
