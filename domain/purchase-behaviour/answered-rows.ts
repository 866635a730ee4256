import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import type { z } from 'zod'

/** The answer of a query in RowBinary, read whole: for answers whose size the query itself bounds. */
export async function answeredRows<P extends z.ZodType, R extends z.ZodType>(
  warehouse: Warehouse,
  { query, parameters }: { readonly query: WarehouseQuery<P, R>; readonly parameters: z.input<P> },
): Promise<DataView> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await warehouse.bytes(query, { parameters, format: 'RowBinary' })) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the answer of a query must come as bytes')
    chunks.push(chunk)
  }
  const all = Buffer.concat(chunks)
  return new DataView(all.buffer, all.byteOffset, all.byteLength)
}
