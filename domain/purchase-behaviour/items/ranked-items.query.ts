import { itemLevels } from '@vitalfew/contract/purchase-behaviour.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { itemOfLine } from './item-level.ts'

/** What is looked at: items that enough baskets or accounts hold, the most frequent ones. */
export const ItemScope = BehaviourScope.extend({
  level: z.enum(itemLevels),
  /** Sales from this day on. */
  since: z.iso.date(),
  /** Orders or accounts that an item must be in. */
  leastHolders: z.int(),
  mostItems: z.int(),
  perAccount: z.boolean(),
  /** Every so many holders only. */
  stride: z.int(),
})

/** Who holds items: orders or accounts, by a hash; and whether it is one of those looked at. */
export const holder = `if({perAccount:Bool}, line.account_key, cityHash64(line.account_key, line.order_key))`
export const isHolder = `(${holder}) % {stride:UInt64} = 0`
/** Lines that tell of an item. For `overLines`. */
export const isItemLine = `${isAnalysed} AND line.is_sale AND line.day >= toDate32({since:String})`

/** A common table expression after `analysedLine`: items by how many hold them, numbered from 0 as `place`. */
export const rankedItem = `ranked_item AS (
    SELECT item, holders, label, revenue, toUInt32(rowNumberInAllBlocks()) AS place
    FROM (
      SELECT
        ${itemOfLine} AS item,
        uniqExact(${holder}) AS holders,
        if({level:String} = 'category', '', max(l.product_name)) AS label,
        sum(line.net_revenue) AS revenue
      FROM ${lineSource}
      WHERE ${isItemLine} AND ${isHolder}
      GROUP BY item
      HAVING item != '' AND holders >= {leastHolders:UInt64}
      ORDER BY holders DESC, item
      LIMIT {mostItems:UInt32}
    )
  )`

/** One row per item looked at, in the order of their places. */
export const rankedItems = defineQuery({
  name: 'ranked-items',
  parameters: ItemScope,
  row: z.object({ item: z.string(), label: z.string(), holders: z.int(), revenue: z.number(), place: z.int() }),
  sql: overLines(`
WITH
  ${analysedLine},
  ${rankedItem}
SELECT item, label, holders, toFloat64(revenue) AS revenue, place
FROM ranked_item
ORDER BY place
`),
})

/** One row: how many hold anything at all. */
export const holderCount = defineQuery({
  name: 'item-holders',
  parameters: ItemScope,
  row: z.object({ holders: z.int() }),
  sql: overLines(`
WITH
  ${analysedLine}
SELECT uniqExact(${holder}) AS holders
FROM ${lineSource}
WHERE ${isItemLine} AND ${isHolder} AND ${itemOfLine} != ''
`),
})
