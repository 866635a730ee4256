import { type Points, pointsAt } from './points.ts'
import { sampleRows } from './sample-rows.ts'
import { silhouettes } from './silhouettes.ts'

/**
 * The mean silhouette of a partition: of all rows where these are few, otherwise of a sample looked at by itself.
 *
 * @param points the rows
 * @param labels the cluster of each row, from 0
 * @param options `most`: rows looked at; `seed` of the sample
 * @returns NaN without rows
 * @throws RangeError as {@link silhouettes} does
 * @example
 * sampledSilhouette(pointsFrom([[0, 2, 10, 12]]), [0, 0, 1, 1], { most: 100, seed: 1 }).toFixed(4) // '0.7980'
 */
export function sampledSilhouette(
  points: Points,
  labels: ArrayLike<number>,
  { most, seed }: { readonly most: number; readonly seed: number },
): number {
  const drawn = sampleRows(points.rows, { size: most, seed })
  const isWhole = drawn.length === points.rows
  const found = silhouettes(
    isWhole ? points : pointsAt(points, drawn),
    drawn.map((row) => labels[row] ?? 0),
  )
  return found.reduce((sum, value) => sum + value, 0) / found.length
}
