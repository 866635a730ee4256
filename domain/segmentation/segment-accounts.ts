import { ProductError } from '@vitalfew/contract/errors.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import type { Segmentation, SegmentationMethod, SegmentNote } from '@vitalfew/contract/segmentation.ts'
import { countDistinctRows } from '@vitalfew/methods/clustering/points.ts'
import { sampleRows } from '@vitalfew/methods/clustering/sample-rows.ts'
import { askedK, chooseK } from './clusters/choose-k.ts'
import { evaluateClusters } from './clusters/evaluate-clusters.ts'
import { type Membership, membership } from './clusters/membership.ts'
import { mostComparedRows, type Partitions, partitionSpace, spaceAt } from './clusters/partition-space.ts'
import type { Effort } from './effort.ts'
import { type FeatureSpace, type PrepareFeatures, prepareFeatures } from './features/prepare-features.ts'
import { repeatedTexts } from './table/repeated-texts.ts'
import { type SegmentTable, type Texts, textsAt } from './table/segment-table.ts'
import { clusterProjection, type Plane } from './tell/cluster-projection.ts'
import { clusterRules } from './tell/cluster-rules.ts'
import { describeClusters, type FoundClusters } from './tell/describe-clusters.ts'
import { inOrderOfWorth } from './tell/order-clusters.ts'
import { type EarlierSegments, keptIds, segmentMovement } from './tell/segment-movement.ts'
import { toldDendrogram, treeOfGroups } from './tell/told-dendrogram.ts'

export interface SegmentAccounts extends PrepareFeatures {
  readonly method: SegmentationMethod
  /** Numbers of clusters to choose from, ascending; a single one is what was asked for. */
  readonly ks: readonly number[]
  readonly seed: number
  readonly effort: Effort
  readonly earlier: EarlierSegments | null
  /** Told now and then how far the work is, from 0 to 1: of a million accounts it takes half a minute. */
  readonly onDone?: ((done: number) => void) | undefined
}

/** A segmentation, and what it says of every account that takes part. */
export interface SegmentedAccounts {
  readonly segmentation: Segmentation
  readonly accounts: Texts
  readonly accountNames: Texts
  /** Ids of clusters, one per account. */
  readonly clusters: Int32Array
  readonly strengths: Float64Array
  readonly plane: Plane
}

/**
 * Groups the accounts of a table: prepares the features, judges the numbers of clusters, takes one, and tells what the
 * clusters are.
 *
 * @throws ProductError `segmentation.*`
 */
export function segmentAccounts(table: SegmentTable, request: SegmentAccounts): SegmentedAccounts {
  const { method, seed, effort, locale, earlier, onDone } = request
  const space = prepareFeatures(table, request)
  onDone?.(0.2)
  const ks = possibleKs(space, request)
  const evaluated = evaluateClusters(space, {
    ks,
    method,
    seed,
    effort,
    onDone: (done) => onDone?.(0.2 + 0.4 * done),
  })
  const isAsked = request.ks.length === 1
  const chosen = isAsked
    ? askedK(evaluated.evaluations, locale)
    : chooseK(evaluated.evaluations, { gapOfOne: evaluated.gapOfOne, locale })
  const partitions = evaluated.partitions ?? partitionSpace(space, { method, seed, starts: effort.starts })
  const amounts = amountsOf(table, space.rows)
  const labels = inOrderOfWorth(partitions.labelsFor(chosen.k), { k: chosen.k, amounts })
  const accounts = textsAt(table.accounts, space.rows)
  const accountNames = textsAt(table.accountNames, space.rows)
  const { ids, kept } = keptIds(labels, { accounts, k: chosen.k, earlier })
  const found: FoundClusters = { space, labels, ids, kept, accounts, accountNames, amounts, k: chosen.k }
  onDone?.(0.75)
  const member = strengthsOf(partitions, found)
  const { told, plane } = clusterProjection(space.points, {
    ...found,
    features: space.features,
    seed,
    umap: effort.umap,
  })
  onDone?.(0.85)
  const segmentation: Segmentation = {
    ...describedTable(table),
    accounts: accounts.length,
    leftOut: space.leftOut,
    features: space.features.map((feature) => feature.told),
    notes: [...space.notes, ...furtherNotes(table, { request, ks, space, partitions, evaluatedRows: evaluated.rows })],
    method,
    distance: request.distance,
    seed,
    evaluatedAccounts: evaluated.rows,
    evaluations: evaluated.evaluations,
    chosen,
    clusters: describeClusters(found, { request, member }),
    rules: clusterRules({ features: space.features, labels, ids, seed, locale }),
    projection: told,
    dendrogram: dendrogramOf(partitions, found),
    movement: segmentMovement(labels, { accounts, ids, earlier }),
  }
  const clusters = labels.map((label) => ids[label] ?? 1)
  return { segmentation, accounts, accountNames, clusters, strengths: member.strengths, plane }
}

/** The tree that the clusters were cut from, else one of small groups; none where only distances are known. */
function dendrogramOf({ tree, micro }: Partitions, { space, labels, ids }: FoundClusters): Segmentation['dendrogram'] {
  if (tree !== null) return toldDendrogram({ tree, micro, labels, ids })
  return space.distance === null ? toldDendrogram({ ...treeOfGroups(space.points), labels, ids }) : null
}

function amountsOf(table: SegmentTable, rows: Uint32Array): Float64Array | null {
  const { amount } = table
  return amount === null ? null : Float64Array.from(rows, (row) => amount.values[row] ?? Number.NaN)
}

function describedTable({ source, file, asOf, currency, amount }: SegmentTable) {
  return { source, file, asOf, currency, amount: amount?.name ?? null }
}

/**
 * Numbers of clusters that there are enough different accounts for.
 *
 * @throws ProductError `segmentation.tooFewDistinct`
 */
function possibleKs(space: FeatureSpace, { ks, effort, seed }: SegmentAccounts): number[] {
  const most = ks.at(-1) ?? 1
  const judged = spaceAt(space, sampleRows(space.rows.length, { size: effort.evaluatedRows, seed }))
  const distinct = space.distance === null ? countDistinctRows(judged.points, most) : Math.min(most, judged.points.rows)
  const possible = ks.filter((k) => k <= distinct)
  if (possible.length === 0) throw new ProductError('segmentation.tooFewDistinct', { k: ks[0] ?? 1, distinct })
  return possible
}

/** A mixture says itself how likely an account belongs; the border is told by distances all the same. */
function strengthsOf(partitions: Partitions, { space, labels, k }: FoundClusters): Membership {
  const found = membership(space, labels)
  return { ...found, strengths: partitions.probabilitiesFor?.(k) ?? found.strengths }
}

interface Further {
  readonly request: SegmentAccounts
  readonly ks: readonly number[]
  readonly space: FeatureSpace
  readonly partitions: Partitions
  readonly evaluatedRows: number
}

/** What has to be said beside the features. */
function furtherNotes(table: SegmentTable, of: Further): SegmentNote[] {
  const { request, ks, space, partitions, evaluatedRows } = of
  const t = translator(request.locale)
  const accounts = space.rows.length
  const repeated = repeatedTexts(table.accounts)
  const note = (kind: SegmentNote['kind'], count: number): SegmentNote => ({
    kind,
    features: [],
    text: t(`segmentation.note.${kind}`, { count }),
  })
  return [
    ...(repeated > 0 ? [note('repeated', repeated)] : []),
    ...(ks.length < request.ks.length ? [note('fewDistinct', ks.at(-1) ?? 1)] : []),
    ...(evaluatedRows < accounts ? [note('evaluatedSample', evaluatedRows)] : []),
    ...(partitions.micro === null ? [] : [note('microClusters', partitions.micro.centres.rows)]),
    ...(space.distance !== null && accounts > mostComparedRows ? [note('gowerSample', mostComparedRows)] : []),
  ]
}
