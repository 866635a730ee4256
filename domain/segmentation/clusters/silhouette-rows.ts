import type { Effort } from '../effort.ts'
import type { Space } from './partition-space.ts'

/** Rows whose silhouettes are looked at: all of some, of many a sample, for every pair of them is compared. */
export function silhouetteRows({ points }: Space, { silhouetteRows: most, silhouetteSample }: Effort): number {
  return points.rows > most ? silhouetteSample : most
}
