import { ProductError } from '@vitalfew/contract/errors.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import { type AccountSources, selectedAccounts } from '../list/selected-accounts.ts'
import { exactSum } from '../rows/exact-sum.ts'

export interface SegmentCount {
  readonly accounts: number
  readonly netRevenue: number
}

/**
 * How many accounts of the current run a person sees in each segment of the saved segmentations, and their net revenue;
 * null before the first run.
 */
export async function segmentCounts(
  viewer: Viewer,
  sources: AccountSources,
): Promise<ReadonlyMap<string, SegmentCount> | null> {
  const selected = await selectedAccounts(viewer, sources, {}).catch((cause: unknown) => {
    if (cause instanceof ProductError && cause.code === 'run.none') return null
    throw cause
  })
  if (selected === null) return null
  const query = defineQuery({
    name: 'segment-counts',
    parameters: z.record(z.string(), z.unknown()),
    row: z.object({ segment: z.string(), accounts: z.int(), netRevenue: z.number() }),
    sql: `
SELECT t.segment AS segment, count() AS accounts, ${exactSum('a.net_revenue')} AS netRevenue
FROM account_row AS a
INNER JOIN (
  SELECT DISTINCT toString(segment) AS segment, account_key FROM account_segment
  WHERE run_id = {runId:String} AND segmentation IN {segmentations:Array(String)}
) AS t ON t.account_key = a.account_key
WHERE ${selected.where}
GROUP BY segment`,
  })
  const segmentations = selected.segmentations.map(({ id }) => id)
  if (segmentations.length === 0) return new Map()
  const rows = await sources.warehouse.rows(query, { ...selected.parameters, segmentations })
  return new Map(rows.map(({ segment, accounts, netRevenue }) => [segment, { accounts, netRevenue }]))
}
