import { z } from 'zod'

/** Ways to cluster: k-means, Ward and other linkages, Gaussian mixtures. Words under `segmentation.method.<name>`. */
export const segmentationMethods = ['kmeans', 'ward', 'gmm', 'single', 'complete', 'average'] as const
export const SegmentationMethod = z.enum(segmentationMethods)
export type SegmentationMethod = z.infer<typeof SegmentationMethod>

/** `auto` takes logarithms where figures are not negative and lean far to the right, and leaves the others as they are. */
export const segmentationTransforms = ['auto', 'log', 'yeo-johnson', 'none'] as const
export const SegmentationTransform = z.enum(segmentationTransforms)
export type SegmentationTransform = z.infer<typeof SegmentationTransform>

export const segmentationScales = ['zscore', 'robust', 'minmax', 'rank', 'none'] as const
export const SegmentationScale = z.enum(segmentationScales)
export type SegmentationScale = z.infer<typeof SegmentationScale>

/** `median`: the middle of the known figures stands in (a value of its own for categories); `drop`: the account is left out. */
export const missingRules = ['median', 'drop'] as const
export const MissingRule = z.enum(missingRules)
export type MissingRule = z.infer<typeof MissingRule>

/** Euclidean on prepared features, or Gower's on features as they are. */
export const segmentationDistances = ['euclidean', 'gower'] as const
export const SegmentationDistance = z.enum(segmentationDistances)
export type SegmentationDistance = z.infer<typeof SegmentationDistance>

const Count = z.int().nonnegative()
const Share = z.number().min(0).max(1)

/** What a figure is counted in; decides how it is written. */
export const SegmentUnit = z.enum(['money', 'count', 'share', 'change', 'days', 'number'])
export type SegmentUnit = z.infer<typeof SegmentUnit>

/** A feature as it went into the clustering. */
export const SegmentFeature = z.object({
  /** A header of the table, or the name of a metric. */
  name: z.string(),
  /** The name for people, in the language of the result. */
  title: z.string(),
  kind: z.enum(['figure', 'category']),
  unit: SegmentUnit,
  /** What the transform came to: the logarithm depends on zeros and negative figures. `oneHot` for categories. */
  transform: z.enum(['none', 'log', 'log1p', 'symmetric-log', 'yeo-johnson', 'oneHot']),
  /** The power of Yeo and Johnson; null for other transforms. */
  lambda: z.number().nullable(),
  scale: SegmentationScale,
  /** Accounts without a value, and what stands for it; null where nothing does. */
  missing: Count,
  filledWith: z.union([z.number(), z.string()]).nullable(),
})
export type SegmentFeature = z.infer<typeof SegmentFeature>

/** Something a reader has to know about the features; words under `segmentation.note.<kind>`. */
export const segmentNotes = [
  'suggested',
  'constant',
  'unknown',
  'redundant',
  'alike',
  'dominating',
  'filled',
  'dropped',
  'repeated',
  'fewDistinct',
  'evaluatedSample',
  'microClusters',
  'gowerSample',
] as const
export const SegmentNote = z.object({
  kind: z.enum(segmentNotes),
  features: z.array(z.string()),
  text: z.string(),
})
export type SegmentNote = z.infer<typeof SegmentNote>

/** How good k clusters are, by measures that judge differently; null where a measure does not apply. */
export const SegmentEvaluation = z.object({
  k: z.int().positive(),
  /** Sum of squared distances to the centres; smaller for every further cluster. */
  inertia: z.number().nullable(),
  /** −1..1, larger is better. */
  silhouette: z.number().nullable(),
  /** Larger is better. */
  calinskiHarabasz: z.number().nullable(),
  /** Smaller is better. */
  daviesBouldin: z.number().nullable(),
  /** Gap statistic and what the next one has to be beaten by. */
  gap: z.number().nullable(),
  gapDeviation: z.number().nullable(),
  /** Bayesian information criterion of a Gaussian mixture of as many components; smaller is better. */
  bic: z.number().nullable(),
})
export type SegmentEvaluation = z.infer<typeof SegmentEvaluation>

export const segmentMeasures = ['silhouette', 'calinskiHarabasz', 'daviesBouldin', 'gap', 'bic'] as const
export const SegmentMeasure = z.enum(segmentMeasures)
export type SegmentMeasure = z.infer<typeof SegmentMeasure>

/** A feature in one cluster beside all accounts. */
export const SegmentTrait = z.object({
  feature: z.string(),
  /** The value of a category whose share is told; null for a figure. */
  value: z.string().nullable(),
  /** Mean of the figure (share of the value), here and among all accounts. */
  mean: z.number(),
  populationMean: z.number(),
  /** Middle of the figure and its quartiles here; null for a category. */
  median: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  populationMedian: z.number().nullable(),
  /**
   * How far from usual: standard deviations of all accounts between the means, on the transformed figures; for a share
   * Cohen's h. From about 0.5 on it is distinctive.
   */
  effect: z.number(),
})
export type SegmentTrait = z.infer<typeof SegmentTrait>

export const SegmentMember = z.object({
  account: z.string(),
  accountName: z.string(),
  /** How surely it belongs here: 1 at the centre (or certain, for a mixture), 0.5 on the border. */
  strength: Share,
  /** The cluster it would belong to otherwise. */
  next: z.int().nullable(),
})
export type SegmentMember = z.infer<typeof SegmentMember>

/** `stable` comes out again when accounts are drawn anew; `doubtful` in part; `noise` does not. */
export const segmentVerdicts = ['stable', 'doubtful', 'noise'] as const
export const SegmentVerdict = z.enum(segmentVerdicts)
export type SegmentVerdict = z.infer<typeof SegmentVerdict>

export const Segment = z.object({
  /** From 1; kept from an earlier segmentation where one was given. */
  id: z.int().positive(),
  name: z.string(),
  size: z.int().positive(),
  share: Share,
  /** Money of its accounts and their share of all; null where no column tells it. */
  amount: z.number().nullable(),
  amountShare: z.number().nullable(),
  /** Bootstrap Jaccard, 0..1; null where it was not worked out. */
  stability: Share.nullable(),
  verdict: SegmentVerdict.nullable(),
  silhouette: z.number().nullable(),
  /** The most distinctive first. */
  profile: z.array(SegmentTrait),
  typical: z.array(SegmentMember),
  borderline: z.array(SegmentMember),
})
export type Segment = z.infer<typeof Segment>

/** A rule by which a person can tell which cluster an account belongs to. */
export const SegmentRule = z.object({
  cluster: z.int().positive(),
  conditions: z.array(
    z.object({
      feature: z.string(),
      /** At least, and below; null where open. */
      from: z.number().nullable(),
      below: z.number().nullable(),
      is: z.string().nullable(),
      isNot: z.array(z.string()),
    }),
  ),
  text: z.string(),
  accounts: Count,
  /** Share of these that really are of the cluster. */
  purity: Share,
})
export type SegmentRule = z.infer<typeof SegmentRule>

/** Accounts as points of a plane, column by column; a sample where there are many. */
export const SegmentProjection = z.object({
  axes: z.array(
    z.object({
      explained: Share,
      loadings: z.array(z.object({ feature: z.string(), value: z.string().nullable(), loading: z.number() })),
    }),
  ),
  accounts: z.array(z.string()),
  accountNames: z.array(z.string()),
  clusters: z.array(z.int().positive()),
  /** First and second principal component. */
  x: z.array(z.number()),
  y: z.array(z.number()),
  /** UMAP; null where it was not worked out. */
  u: z.array(z.number()).nullable(),
  v: z.array(z.number()).nullable(),
  /** By feature, in their order: where each account stands among all, 0..1, for parallel coordinates; null = unknown. */
  ranks: z.array(z.array(Share.nullable())),
  /** Money of each account; null where no column tells it. */
  amounts: z.array(z.number().nullable()).nullable(),
})
export type SegmentProjection = z.infer<typeof SegmentProjection>

/** What became of the clusters of an earlier segmentation. */
export const SegmentMovement = z.object({
  /** Accounts in both. */
  shared: Count,
  /** Of these, those in the same cluster. */
  stayed: Count,
  arrived: Count,
  gone: Count,
  moves: z.array(z.object({ from: z.int().positive(), to: z.int().positive(), accounts: Count })),
})
export type SegmentMovement = z.infer<typeof SegmentMovement>

/** Groups of like accounts: the machine's copy of `vitalfew segment`, and `segmentation` of run.json. */
export const Segmentation = z.object({
  /** A table with a row per customer, sales files, or the sales of a workspace. */
  source: z.enum(['table', 'sales', 'run']),
  file: z.string(),
  asOf: z.iso.date().nullable(),
  currency: z.string(),
  accounts: Count,
  /** Left out because a value was missing. */
  leftOut: Count,
  /** The column that `amount` adds up; null where none does. */
  amount: z.string().nullable(),
  features: z.array(SegmentFeature),
  notes: z.array(SegmentNote),
  method: SegmentationMethod,
  distance: SegmentationDistance,
  seed: z.int(),
  /** Accounts that `evaluations` look at: all, or a sample. */
  evaluatedAccounts: Count,
  evaluations: z.array(SegmentEvaluation),
  chosen: z.object({
    k: z.int().positive(),
    why: z.string(),
    /** The k that each measure would choose. */
    votes: z.array(z.object({ measure: SegmentMeasure, k: z.int().positive() })),
  }),
  clusters: z.array(Segment),
  rules: z.object({ fidelity: Share, items: z.array(SegmentRule) }),
  projection: SegmentProjection,
  /**
   * The last joins of a linkage, the lowest first: nodes below `leaves` are groups of accounts, each of the cluster that
   * most of them are of. Ward's for methods that grow no tree; null where only Gower's distances of a sample are known.
   */
  dendrogram: z
    .object({
      leaves: z.array(z.object({ accounts: Count, cluster: z.int().positive() })),
      joins: z.array(z.object({ left: Count, right: Count, height: z.number() })),
    })
    .nullable(),
  movement: SegmentMovement.nullable(),
})
export type Segmentation = z.infer<typeof Segmentation>
