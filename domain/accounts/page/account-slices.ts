import type { salesFields } from '@vitalfew/contract/imports.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { lineParameters, linesOfAccount } from './account-lines.ts'
import { cutColumns, type SalesCut } from './sales-cuts.ts'
import { type AccountWanted, visibleAccount } from './visible-account.ts'

const Slice = z.object({
  value: z.string(),
  name: z.string(),
  netRevenue: z.number(),
  grossProfit: z.number().nullable(),
  quantity: z.number().nullable(),
  orders: z.int(),
  lastDay: z.iso.date(),
  netRevenueBefore: z.number(),
})

export interface AccountSlices extends AccountWanted {
  readonly cut: SalesCut
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * What an account bought by the values of a cut, the largest first. With days named, beside the same days a year earlier:
 * what was bought only then is there too, with nothing in its place.
 */
export async function accountSlices(viewer: Viewer, sources: AccountSources, request: AccountSlices) {
  const { run, key, seesProfit } = await visibleAccount(viewer, sources, request)
  const hasDays = request.from !== undefined || request.to !== undefined
  const days = { from: request.from ?? '1900-01-01', to: request.to ?? '2299-12-31' }
  const query = slicesBy(request.cut, hasDays)
  const slices = await sources.warehouse.rows(query, { ...lineParameters(run, key), ...days })
  return {
    slices: slices.map((slice) => ({
      ...slice,
      grossProfit: seesProfit ? slice.grossProfit : null,
      netRevenueBefore: hasDays ? slice.netRevenueBefore : null,
    })),
    hiddenFields: seesProfit ? [] : (['grossProfit'] satisfies (typeof salesFields)[number][]),
  }
}

function slicesBy(cut: SalesCut, hasDays: boolean) {
  const isNow = 'l.day BETWEEN toDate32({from:String}) AND toDate32({to:String})'
  const isBefore = 'l.day BETWEEN addMonths(toDate32({from:String}), -12) AND addMonths(toDate32({to:String}), -12)'
  const column = cutColumns[cut]
  return defineQuery({
    name: `account-slices-${cut}`,
    parameters: z.record(z.string(), z.unknown()),
    row: Slice,
    sql: `
SELECT ${column} AS value, ${cut === 'product' ? 'max(l.product_name)' : "''"} AS name,
  toFloat64(sumIf(l.net_revenue, ${isNow})) AS netRevenue,
  toFloat64(sumOrNullIf(l.gross_profit, ${isNow})) AS grossProfit,
  toFloat64(sumOrNullIf(l.quantity, ${isNow})) AS quantity,
  uniqExactIf(if(l.order_number = '', toString(l.day), l.order_number), l.kind = 'sale' AND ${isNow}) AS orders,
  toString(max(l.day)) AS lastDay,
  toFloat64(sumIf(l.net_revenue, ${isBefore})) AS netRevenueBefore
${linesOfAccount} AND l.kind != 'cancelled' AND (${isNow}${hasDays ? ` OR ${isBefore}` : ''})
GROUP BY value
ORDER BY netRevenue DESC, netRevenueBefore DESC, value
LIMIT 500`,
  })
}
