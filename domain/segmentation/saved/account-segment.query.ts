import { Readable } from 'node:stream'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery, defineStatement, type WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Texts } from '../table/segment-table.ts'

const insertSegments = `INSERT INTO account_segment (segmentation, run_id, segment, cluster, account_key)
SELECT segmentation, run_id, segment, cluster, account_key
FROM input('segmentation String, run_id String, segment String, cluster UInt16, account_key UInt64')
FORMAT RowBinary`

export interface SegmentRows {
  readonly segmentation: string
  readonly runId: string
  readonly keys: Texts
  /** One per key; an account of cluster 0 is not written. */
  readonly clusters: Int32Array
}

/** Writes the cluster of every account of a run. To do it twice does no harm: nobody counts rows. */
export async function writeSegments(warehouse: Warehouse, rows: SegmentRows): Promise<void> {
  if (!rows.clusters.some((cluster) => cluster > 0)) return
  const token = `segments-${rows.segmentation}-${rows.runId}`
  const bytes = Readable.from(encoded(rows), { objectMode: false })
  await warehouse.insert({ name: 'write-account-segments', sql: insertSegments, token }, bytes)
}

const partBytes = 1 << 20

function* encoded({ segmentation, runId, keys, clusters }: SegmentRows): Generator<Buffer> {
  const heads = new Map<number, Buffer>()
  let part = Buffer.allocUnsafe(partBytes)
  let at = 0
  for (let row = 0; row < keys.length; row++) {
    const cluster = clusters[row] ?? 0
    if (cluster === 0) continue
    const head = heads.get(cluster) ?? headOf({ segmentation, runId, cluster })
    heads.set(cluster, head)
    at += head.copy(part, at)
    at = part.writeBigUInt64LE(BigInt(keys.at(row) ?? ''), at)
    if (at + 2 * head.length < partBytes) continue
    yield part.subarray(0, at)
    part = Buffer.allocUnsafe(partBytes)
    at = 0
  }
  yield part.subarray(0, at)
}

/** All of a row that accounts of one cluster share. */
function headOf(of: { readonly segmentation: string; readonly runId: string; readonly cluster: number }): Buffer {
  const { segmentation, runId, cluster } = of
  const number = Buffer.allocUnsafe(2)
  number.writeUInt16LE(cluster)
  const texts = [segmentation, runId, `${segmentation}:${cluster}`].map((text) => {
    const bytes = Buffer.from(text)
    return Buffer.concat([Buffer.of(bytes.length), bytes])
  })
  return Buffer.concat([...texts, number])
}

/** Every account of an assignment, in RowBinary: the key, then the number of its cluster as a double. */
export const segmentRows: WarehouseQuery<z.ZodType, z.ZodType> = defineQuery({
  name: 'segment-rows',
  parameters: z.looseObject({ segmentation: z.string(), runId: z.string() }),
  row: z.unknown(),
  sql: `
SELECT account_key, toFloat64(any(cluster))
FROM account_segment
WHERE segmentation = {segmentation:String} AND run_id = {runId:String}
GROUP BY account_key
`,
})

const Pair = z.object({ one: z.string(), oneRun: z.string(), other: z.string(), otherRun: z.string() })

/** One row per pair of clusters of two assignments that share accounts; 0 where a side says nothing of them. */
export const crossedSegments = defineQuery({
  name: 'crossed-segments',
  parameters: Pair,
  row: z.object({ one: z.int(), other: z.int(), accounts: z.int(), netRevenue: z.number() }),
  sql: `
WITH pairs AS (
  SELECT account_key,
    maxIf(cluster, segmentation = {one:String} AND run_id = {oneRun:String}) AS one,
    maxIf(cluster, segmentation = {other:String} AND run_id = {otherRun:String}) AS other
  FROM account_segment
  WHERE (segmentation = {one:String} AND run_id = {oneRun:String})
    OR (segmentation = {other:String} AND run_id = {otherRun:String})
  GROUP BY account_key
)
SELECT one, other, count() AS accounts, round(sum(revenue.net_revenue), 2) AS netRevenue
FROM pairs
LEFT JOIN (
  SELECT account_key, net_revenue FROM account_row WHERE run_id = {otherRun:String}
) AS revenue ON revenue.account_key = pairs.account_key
GROUP BY one, other
ORDER BY one, other
`,
})

/** Removes all that a segmentation says of accounts. */
export const dropSegments = defineStatement({
  name: 'drop-account-segments',
  parameters: z.object({ segmentation: z.string() }),
  sql: 'ALTER TABLE account_segment DROP PARTITION {segmentation:String}',
})
