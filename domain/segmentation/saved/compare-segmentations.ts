import type { SegmentComparison } from '@vitalfew/contract/api/segments.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { bestMatching } from '@vitalfew/methods/clustering/best-matching.ts'
import type { Viewer } from '../../access/index.ts'
import { type AccountSources, runNamed } from '../../accounts/index.ts'
import { crossedSegments } from './account-segment.query.ts'
import { assignmentsOf } from './assignments.ts'
import { visibleSegmentation } from './visible-segmentation.ts'

interface SideWanted {
  readonly id: string
  readonly run?: string | undefined
}

/**
 * Two segmentations, or two runs of one, against each other.
 *
 * @throws ProductError `access.notAllowed`, `segmentation.notFound`, `segmentation.notAssigned`, `run.none`
 */
export async function compareSegmentations(
  viewer: Viewer,
  sources: AccountSources,
  wanted: { readonly one: SideWanted; readonly other: SideWanted },
): Promise<SegmentComparison> {
  const [one, other] = await Promise.all([sideOf(viewer, sources, wanted.one), sideOf(viewer, sources, wanted.other)])
  const cells = await sources.warehouse.rows(crossedSegments, {
    one: one.id,
    oneRun: one.runId,
    other: other.id,
    otherRun: other.runId,
  })
  const isSuccession = one.id === other.id || one.earlier === other.id || other.earlier === one.id
  const matches = isSuccession ? sameNumbers(one, other) : mostInCommon({ one, other, cells })
  const both = cells.filter((cell) => cell.one > 0 && cell.other > 0)
  const isMatch = (cell: Cell): boolean => matches.some((match) => match.one === cell.one && match.other === cell.other)
  return {
    one: told(one),
    other: told(other),
    cells,
    shared: total(both),
    stayed: total(both.filter(isMatch)),
    matches,
  }
}

type Side = Awaited<ReturnType<typeof sideOf>>
type Cell = SegmentComparison['cells'][number]

async function sideOf(viewer: Viewer, { database }: AccountSources, { id, run = 'current' }: SideWanted) {
  const { row, clusters, request } = await visibleSegmentation(viewer, database, id)
  const named = await runNamed(database, run)
  const assignments = await assignmentsOf(database, id)
  // Where nobody names a run and the current one is not there yet, the last that is counts.
  const found =
    assignments.find(({ run_id }) => run_id === named.run_id) ?? (run === 'current' ? assignments[0] : undefined)
  if (found === undefined) throw new ProductError('segmentation.notAssigned', { run: named.run_id })
  const name = row.name === null ? '' : `${row.name} v${row.version}`
  return { id, name, runId: found.run_id, asOf: found.as_of, clusters, earlier: request.earlier }
}

function told({ name, asOf, clusters }: Side) {
  return { name, asOf, segments: clusters }
}

function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, { accounts }) => sum + accounts, 0)
}

function sameNumbers(one: Side, other: Side): SegmentComparison['matches'] {
  return one.clusters.flatMap(({ cluster }) =>
    other.clusters.some((known) => known.cluster === cluster) ? [{ one: cluster, other: cluster }] : [],
  )
}

interface Crossed {
  readonly one: Side
  readonly other: Side
  readonly cells: readonly Cell[]
}

function mostInCommon({ one, other, cells }: Crossed): SegmentComparison['matches'] {
  const shared = one.clusters.map((row) =>
    other.clusters.map(
      (column) => cells.find((cell) => cell.one === row.cluster && cell.other === column.cluster)?.accounts ?? 0,
    ),
  )
  return bestMatching(shared).flatMap((column, row) => {
    const [from, to] = [one.clusters[row], other.clusters[column]]
    const isEmpty = (shared[row]?.[column] ?? 0) === 0
    return from === undefined || to === undefined || isEmpty ? [] : [{ one: from.cluster, other: to.cluster }]
  })
}
