import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../../accounts/index.ts'
import { readFigures } from '../table/read-figures.ts'
import type { EarlierSegments } from '../tell/segment-movement.ts'
import { segmentRows } from './account-segment.query.ts'
import { assignmentsOf } from './assignments.ts'
import { visibleSegmentation } from './visible-segmentation.ts'

/**
 * Where each account was at last by a segmentation, and what its clusters are called.
 *
 * @throws ProductError `segmentation.notFound`
 */
export async function readAssignment(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  id: string,
): Promise<EarlierSegments> {
  const { clusters } = await visibleSegmentation(viewer, database, id)
  const [newest] = await assignmentsOf(database, id)
  const names = new Map(clusters.map(({ cluster, name }) => [cluster, name]))
  if (newest === undefined) return { clusters: new Map(), names }
  const parameters = { segmentation: id, runId: newest.run_id }
  const stream = await warehouse.bytes(segmentRows, { parameters, format: 'RowBinary' })
  const { keys, columns } = await readFigures(stream, { rows: newest.accounts, columns: 1 })
  return { clusters: new Map(keys.map((key, row) => [key, columns[0]?.[row] ?? 0])), names }
}
