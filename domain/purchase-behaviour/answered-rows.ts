import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { WarehouseQuery } from '@vitalfew/warehouse/query.ts'
import type { z } from 'zod'

/** Where an answer is put; one that is asked for after it may be put over it. */
export interface RoomForRows {
  bytes: Uint8Array
}

/** The answer of a query in RowBinary, read whole: for answers whose size the query itself bounds. */
export async function answeredRows<P extends z.ZodType, R extends z.ZodType>(
  warehouse: Warehouse,
  {
    query,
    parameters,
    room = { bytes: new Uint8Array(0) },
  }: { readonly query: WarehouseQuery<P, R>; readonly parameters: z.input<P>; readonly room?: RoomForRows },
): Promise<DataView> {
  let used = 0
  for await (const chunk of await warehouse.bytes(query, { parameters, format: 'RowBinary' })) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the answer of a query must come as bytes')
    const needed = used + chunk.length
    if (needed > room.bytes.length) {
      const wider = new Uint8Array(Math.max(needed, room.bytes.length * 2))
      wider.set(room.bytes.subarray(0, used))
      room.bytes = wider
    }
    room.bytes.set(chunk, used)
    used = needed
  }
  return new DataView(room.bytes.buffer, room.bytes.byteOffset, used)
}
