import type { SegmentationMethod } from './segmentation.ts'

/** Whether a method can take Gower's distance: it joins accounts by whatever distance they have, and not by their places in a space. */
export function comparesByGower(method: SegmentationMethod): boolean {
  return method === 'single' || method === 'complete' || method === 'average'
}
