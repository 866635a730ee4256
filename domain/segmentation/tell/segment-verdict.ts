import type { SegmentVerdict } from '@vitalfew/contract/segmentation.ts'

/** Hennig's limits for the mean Jaccard of a bootstrap: a stable cluster, and no more than noise. */
const stableFrom = 0.75
const noiseBelow = 0.5

export function segmentVerdict(stability: number | null): SegmentVerdict | null {
  if (stability === null) return null
  if (stability >= stableFrom) return 'stable'
  return stability < noiseBelow ? 'noise' : 'doubtful'
}
