import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { answeredBytes } from './answered-bytes.ts'
import { conductColumns, conductRows } from './conduct.query.ts'

export type ConductColumn = (typeof conductColumns)[number]

/** Accounts as columns, in the order of their keys; days since 1970-01-01; NaN = not defined. */
export interface Conduct extends Readonly<Record<ConductColumn, Float64Array>> {
  readonly keys: BigUint64Array
}

const rowBytes = 8 * (1 + conductColumns.length)

/** How every account of the histories of a run conducted itself as of a day, read into typed columns. */
export async function readConduct(
  warehouse: Warehouse,
  parameters: z.input<typeof conductRows.parameters>,
): Promise<Conduct> {
  const bytes = await answeredBytes(await warehouse.bytes(conductRows, { parameters, format: 'RowBinary' }))
  const rows = bytes.length / rowBytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const column = (name: ConductColumn): Float64Array => {
    const offset = 8 * (1 + conductColumns.indexOf(name))
    return Float64Array.from({ length: rows }, (_, row) => view.getFloat64(row * rowBytes + offset, true))
  }
  return {
    keys: BigUint64Array.from({ length: rows }, (_, row) => view.getBigUint64(row * rowBytes, true)),
    purchases: column('purchases'),
    firstPurchase: column('firstPurchase'),
    lastPurchase: column('lastPurchase'),
    logGaps: column('logGaps'),
    cycleDays: column('cycleDays'),
    hasLeft: column('hasLeft'),
    silenceDays: column('silenceDays'),
    netRevenue: column('netRevenue'),
    yearlyRevenue: column('yearlyRevenue'),
    recentPurchases: column('recentPurchases'),
    usualPurchases: column('usualPurchases'),
    recentBasket: column('recentBasket'),
    usualBasket: column('usualBasket'),
    recentCategories: column('recentCategories'),
    usualCategories: column('usualCategories'),
    recentReturnRate: column('recentReturnRate'),
    usualReturnRate: column('usualReturnRate'),
  }
}
