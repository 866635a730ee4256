import type {
  MissingRule,
  SegmentationDistance,
  SegmentationMethod,
  SegmentationScale,
  SegmentationTransform,
} from '@vitalfew/contract/segmentation.ts'

/** Named here, so that the page need not carry the schemas. */
export const methods: readonly SegmentationMethod[] = ['kmeans', 'ward', 'gmm', 'average', 'complete', 'single']
export const distances: readonly SegmentationDistance[] = ['euclidean', 'gower']
export const transforms: readonly SegmentationTransform[] = ['auto', 'log', 'yeo-johnson', 'none']
export const scales: readonly SegmentationScale[] = ['zscore', 'robust', 'minmax', 'rank', 'none']
export const missingRules: readonly MissingRule[] = ['median', 'drop']
export const clusterKinds = ['auto', 'fixed', 'range'] as const

/** What is asked of a trial, as the form has it. */
export interface TrialDraft {
  features: readonly string[]
  transform: SegmentationTransform
  scale: SegmentationScale
  missing: MissingRule
  method: SegmentationMethod
  distance: SegmentationDistance
  clusters: (typeof clusterKinds)[number]
  from: number
  to: number
  umap: boolean
  earlier: string | null
}

export const usualDraft: TrialDraft = {
  features: [],
  transform: 'auto',
  scale: 'zscore',
  missing: 'median',
  method: 'kmeans',
  distance: 'euclidean',
  clusters: 'auto',
  from: 4,
  to: 8,
  umap: false,
  earlier: null,
}

/** The draft as the server takes it; ends of a range that stand the wrong way round are turned. */
export function requestOf(draft: TrialDraft) {
  const { clusters, from, to, earlier, features, ...rest } = draft
  const numbers = {
    auto: { from: 2, to: 8 },
    fixed: { from, to: from },
    range: { from: Math.min(from, to), to: Math.max(from, to) },
  }
  return {
    ...rest,
    features: [...features],
    clusters: numbers[clusters],
    ...(earlier === null ? {} : { earlier }),
  }
}
