import { z } from 'zod'
import { comparesByGower } from '../compares-by-gower.ts'
import {
  MissingRule,
  Segmentation,
  SegmentationDistance,
  SegmentationMethod,
  SegmentationScale,
  SegmentationTransform,
  SegmentUnit,
} from '../segmentation.ts'
import { AccountField } from './account-filter.ts'
import { AccountKey, Instant, JobStarted, RunId } from './named-values.ts'
import { route } from './route.ts'

const tags = ['segments']
const anybody = { access: 'signedIn', keyScope: 'read' } as const
const analysts = { access: ['administrator', 'analyst'] } as const
const readers = { ...analysts, keyScope: 'read' } as const

/** A segment as filters name it: the id of its segmentation and its number there, `3f2c…:2`. */
export const SegmentName = z.string().max(60)

const mostClusters = 20

/** What a trial is asked. The same request on the same run and with the same seed gives the same clusters. */
export const TrialRequest = z
  .object({
    /** Names as `features` lists them; suggested ones where empty. */
    features: z.array(z.string().min(1).max(200)).max(40).default([]),
    transform: SegmentationTransform.default('auto'),
    scale: SegmentationScale.default('zscore'),
    missing: MissingRule.default('median'),
    method: SegmentationMethod.default('kmeans'),
    /** `gower` compares accounts pair by pair, figures and categories as they are: for `single`, `complete` and `average`. */
    distance: SegmentationDistance.default('euclidean'),
    /** Numbers of clusters to choose from: a single one where both are the same. */
    clusters: z
      .object({ from: z.int().min(2).max(mostClusters), to: z.int().min(2).max(mostClusters) })
      .refine(({ from, to }) => from <= to)
      .default({ from: 2, to: 8 }),
    umap: z.boolean().default(false),
    seed: z.int().min(0).max(2_147_483_647).default(1),
    /** A saved segmentation whose clusters keep their numbers and names where most of their accounts are again together. */
    earlier: z.uuid().optional(),
  })
  .refine(({ method, distance }) => distance === 'euclidean' || comparesByGower(method), { path: ['distance'] })
export type TrialRequest = z.infer<typeof TrialRequest>

/** Something that accounts can be grouped by. */
export const StudioFeature = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['figure', 'category', 'mix']),
  unit: SegmentUnit,
  isSuggested: z.boolean(),
})
export type StudioFeature = z.infer<typeof StudioFeature>

/** How a segmentation came to speak of the accounts of a run: by being fitted to it, or by its rule for later accounts. */
export const SegmentAssignment = z.object({
  runId: z.string(),
  asOf: z.iso.date(),
  isCurrent: z.boolean(),
  way: z.enum(['fitted', 'model']),
  accounts: z.int().nonnegative(),
  /** Accounts that it says nothing of: figures were missing and the rule is to leave such out. */
  leftOut: z.int().nonnegative(),
})
export type SegmentAssignment = z.infer<typeof SegmentAssignment>

/** A cluster of a saved segmentation, with what the viewer sees of it in the current run; null before there is any. */
export const SavedSegment = z.object({
  segment: SegmentName,
  cluster: z.int().positive(),
  name: z.string(),
  accounts: z.int().nullable(),
  netRevenue: z.number().nullable(),
})
export type SavedSegment = z.infer<typeof SavedSegment>

/** A segmentation that was kept under a name: from then on nothing of it changes. */
export const SavedSegmentation = z
  .object({
    id: z.uuid(),
    name: z.string(),
    version: z.int().positive(),
    note: z.string(),
    author: z.string(),
    savedAt: Instant,
    asOf: z.iso.date(),
    method: SegmentationMethod,
    features: z.array(z.string()),
    segments: z.array(SavedSegment),
  })
  .meta({ id: 'SavedSegmentation' })
export type SavedSegmentation = z.infer<typeof SavedSegmentation>

/** One segmentation in full: a trial, or one that was saved. */
export const SegmentationDetail = z
  .object({
    id: z.uuid(),
    /** Null until it is saved. */
    saved: z
      .object({
        name: z.string(),
        version: z.int().positive(),
        note: z.string(),
        savedAt: Instant,
        isRetired: z.boolean(),
        clusters: z.array(z.object({ cluster: z.int().positive(), name: z.string() })),
      })
      .nullable(),
    author: z.string(),
    madeAt: Instant,
    run: z.object({ id: z.string(), asOf: z.iso.date(), currency: z.string() }),
    request: TrialRequest,
    segmentation: Segmentation,
    /** Keys of the accounts of the projection, in its order. */
    keys: z.array(AccountKey),
    /** Share of its own accounts that the rule for later accounts, the nearest centre, puts where they are. */
    agreement: z.number().min(0).max(1),
    assignments: z.array(SegmentAssignment),
  })
  .meta({ id: 'SegmentationDetail' })
export type SegmentationDetail = z.infer<typeof SegmentationDetail>

const ClusterName = z.object({ cluster: z.int().positive(), name: z.string().trim().min(1).max(60) })

const Side = z.object({ id: z.uuid(), run: RunId.optional() })

/** Two partitions of the accounts against each other: how many of each cluster of one are in each of the other. */
export const SegmentComparison = z
  .object({
    one: z.object({ name: z.string(), asOf: z.iso.date(), segments: z.array(ClusterName) }),
    other: z.object({ name: z.string(), asOf: z.iso.date(), segments: z.array(ClusterName) }),
    /** 0 for accounts that a side says nothing of. */
    cells: z.array(z.object({ one: z.int(), other: z.int(), accounts: z.int(), netRevenue: z.number() })),
    /** Accounts in both, and those of them in clusters that correspond. */
    shared: z.int(),
    stayed: z.int(),
    /** Which cluster of the other corresponds to which of the one: the same number, or those with most in common. */
    matches: z.array(z.object({ one: z.int(), other: z.int() })),
  })
  .meta({ id: 'SegmentComparison' })
export type SegmentComparison = z.infer<typeof SegmentComparison>

const One = z.object({ id: z.uuid() })

/** Groups of like accounts: tried, judged, named, kept, and from then on a filter like any other. */
export const segmentsApi = {
  list: route(anybody)
    .route({ method: 'GET', path: '/segmentations', summary: 'Saved segmentations and their clusters', tags })
    .output(
      z.object({
        segmentations: z.array(SavedSegmentation),
        /** What the viewer tried or saved last, else what anybody saved last; null for those who may not look into any. */
        newest: z.uuid().nullable(),
        /** The job of a trial that the viewer asked for and that has not ended; null where none is under way. */
        running: z.uuid().nullable(),
      }),
    ),
  features: route(readers)
    .route({ method: 'GET', path: '/segmentations/features', summary: 'What accounts can be grouped by', tags })
    .output(z.object({ features: z.array(StudioFeature) })),
  start: route(analysts)
    .route({ method: 'POST', path: '/segmentations', summary: 'Try a segmentation', tags, successStatus: 202 })
    .input(TrialRequest)
    .output(JobStarted),
  get: route(readers)
    .route({ method: 'GET', path: '/segmentations/{id}', summary: 'One segmentation in full', tags })
    .input(One)
    .output(SegmentationDetail),
  figures: route(readers)
    .route({
      method: 'GET',
      path: '/segmentations/{id}/figures/{field}',
      summary: 'A field of its shown accounts',
      tags,
    })
    .input(One.extend({ field: AccountField }))
    .output(z.object({ values: z.array(z.union([z.number(), z.string(), z.null()])) })),
  save: route(analysts)
    .route({ method: 'POST', path: '/segmentations/{id}/save', summary: 'Keep a trial under a name', tags })
    .input(
      One.extend({
        name: z.string().trim().min(1).max(60),
        note: z.string().trim().max(500).default(''),
        clusters: z.array(ClusterName).max(mostClusters).default([]),
      }),
    )
    .output(SavedSegmentation),
  retire: route(analysts)
    .route({ method: 'POST', path: '/segmentations/{id}/retire', summary: 'Take one out of use', tags })
    .input(One)
    .output(z.object({ done: z.literal(true) })),
  compare: route(readers)
    .route({ method: 'POST', path: '/segmentations/compare', summary: 'Two segmentations, or two runs of one', tags })
    .input(z.object({ one: Side, other: Side }))
    .output(SegmentComparison),
}
