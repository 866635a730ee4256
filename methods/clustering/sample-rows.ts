import { requireInteger } from '../arguments/require-integer.ts'
import { seededRandom } from '../simulation/seeded-random.ts'

/**
 * Rows drawn without replacement, in ascending order; all of them where no fewer are wanted.
 *
 * @param rows how many there are
 * @param options `size`: how many are wanted; `seed`: the same seed draws the same rows
 * Source: Knuth 1997, "The Art of Computer Programming", vol. 2, algorithm S.
 * @throws RangeError when the seed is not an integer
 * @example
 * [...sampleRows(3, { size: 5, seed: 1 })] // [0, 1, 2]
 * sampleRows(1000, { size: 10, seed: 1 }).length // 10
 */
export function sampleRows(
  rows: number,
  { size, seed }: { readonly size: number; readonly seed: number },
): Uint32Array {
  if (size >= rows) return Uint32Array.from({ length: rows }, (_, i) => i)
  const random = seededRandom(requireInteger('seed', seed))
  const drawn = new Uint32Array(size)
  for (let i = 0, taken = 0; i < rows && taken < size; i++) {
    if ((rows - i) * random() < size - taken) drawn[taken++] = i
  }
  return drawn
}
