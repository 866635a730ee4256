import type { z } from 'zod'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import { answeredBytes } from '../history/answered-bytes.ts'

const rowBytes = 16

/**
 * A figure of accounts, for the accounts of `keys` and in their order; NaN where the answer has none. The query answers a
 * key and a double per row, in the order of the keys.
 */
export async function readFigures<P extends z.ZodType, R extends z.ZodType>(
  warehouse: Warehouse,
  query: WarehouseQuery<P, R>,
  { parameters, keys }: { readonly parameters: z.input<P>; readonly keys: BigUint64Array },
): Promise<Float64Array> {
  const bytes = await answeredBytes(await warehouse.bytes(query, { parameters, format: 'RowBinary' }))
  const figures = new Float64Array(keys.length).fill(Number.NaN)
  let row = 0
  for (let at = 0; at < bytes.length; at += rowBytes) {
    const key = bytes.readBigUInt64LE(at)
    while (row < keys.length && (keys[row] ?? 0n) < key) row += 1
    if (keys[row] === key) figures[row] = bytes.readDoubleLE(at + 8)
  }
  return figures
}
