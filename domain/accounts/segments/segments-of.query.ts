import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { NamedSegmentation } from './named-segmentations.ts'

/** One row per account of some that is in a cluster. */
const segmentsOfAccounts = defineQuery({
  name: 'segments-of-accounts',
  parameters: z.object({ runId: z.string(), keys: z.array(z.string()), segmentations: z.array(z.string()) }),
  row: z.object({ key: z.string(), segments: z.array(z.string()) }),
  sql: `
SELECT toString(account_key) AS key, groupUniqArray(toString(segment)) AS segments
FROM account_segment
WHERE run_id = {runId:String} AND segmentation IN {segmentations:Array(String)}
  AND account_key IN (SELECT toUInt64(arrayJoin({keys:Array(String)})))
GROUP BY account_key
`,
})

export interface SegmentsWanted {
  readonly runId: string
  readonly keys: readonly string[]
  readonly segmentations: readonly NamedSegmentation[]
}

/** The segments of some accounts by the account's key, in the order of the segmentations. */
export async function segmentsOf(warehouse: Warehouse, wanted: SegmentsWanted): Promise<Map<string, string[]>> {
  const { runId, keys } = wanted
  const segmentations = wanted.segmentations.map(({ id }) => id)
  if (keys.length === 0 || segmentations.length === 0) return new Map()
  const rows = await warehouse.rows(segmentsOfAccounts, { runId, keys: [...keys], segmentations })
  const place = new Map(segmentations.map((id, i) => [id, i]))
  const placeOf = (segment: string): number => place.get(segment.slice(0, segment.indexOf(':'))) ?? 0
  return new Map(
    rows.map(({ key, segments }) => [key, segments.toSorted((one, other) => placeOf(one) - placeOf(other))]),
  )
}
