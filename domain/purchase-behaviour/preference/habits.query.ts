import { itemLevels } from '@vitalfew/contract/purchase-behaviour.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'
import { itemOfLine } from '../items/item-level.ts'

const LevelScope = BehaviourScope.extend({ level: z.enum(itemLevels) })

/** One row per product and month with units: what a unit cost. Of the products that brought most. */
export const pricePoints = defineQuery({
  name: 'price-points',
  parameters: BehaviourScope.extend({ limit: z.int() }),
  row: z.object({
    item: z.string(),
    itemName: z.string(),
    revenue: z.number(),
    months: z.array(z.int()),
    prices: z.array(z.number()),
    units: z.array(z.number()),
  }),
  sql: overLines(`
WITH
  ${analysedLine},
  product_month AS (
    SELECT
      if(line.product != '', line.product, l.product_name) AS item,
      toInt32(toYear(line.day) * 12 + toMonth(line.day) - 1) AS month,
      max(l.product_name) AS label,
      toFloat64(sum(line.quantity)) AS month_units,
      toFloat64(sum(line.net_revenue)) AS month_revenue
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_sale AND line.quantity > 0 AND line.net_revenue > 0
    GROUP BY item, month
    HAVING item != ''
  )
SELECT
  item,
  max(label) AS itemName,
  sum(month_revenue) AS revenue,
  arraySort(groupArray((month, month_revenue / month_units, month_units))) AS sorted,
  arrayMap(m -> m.1, sorted) AS months,
  arrayMap(m -> m.2, sorted) AS prices,
  arrayMap(m -> m.3, sorted) AS units
FROM product_month
GROUP BY item
ORDER BY revenue DESC, item
LIMIT {limit:UInt32}
`),
})

/** One row per quarter (counted from year 0): how many different items accounts bought in it. */
export const itemBreadth = defineQuery({
  name: 'item-breadth',
  parameters: LevelScope,
  row: z.object({ quarter: z.int(), accounts: z.int(), mean: z.number(), median: z.number() }),
  sql: overLines(`
WITH
  ${analysedLine},
  account_quarter AS (
    SELECT
      line.account_key AS account_key,
      toInt32(intDiv(toYear(line.day) * 12 + toMonth(line.day) - 1, 3)) AS quarter,
      uniqExact(${itemOfLine}) AS items
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_sale AND ${itemOfLine} != ''
    GROUP BY account_key, quarter
  )
SELECT quarter, count() AS accounts, avg(items) AS mean, quantileExactInclusive(0.5)(items) AS median
FROM account_quarter
GROUP BY quarter
ORDER BY quarter DESC
LIMIT 20
`),
})

const firstDays = `${analysedLine},
  account_day AS (
    SELECT line.account_key AS account_key, line.day AS day, groupUniqArrayIf(1000)(${itemOfLine}, ${itemOfLine} != '') AS items
    FROM ${lineSource}
    WHERE ${isAnalysed} AND line.is_sale
    GROUP BY account_key, day
  ),
  beginning AS (
    SELECT
      arrayMap(d -> d.2, arraySlice(arraySort(groupArray((account_day.day, account_day.items))), 1, 2)) AS two,
      two[1] AS first_items,
      if(length(two) > 1, arrayFilter(item -> NOT has(first_items, item), two[2]), []) AS next_items,
      length(two) > 1 AS returned
    FROM account_day
    GROUP BY account_key
  )`

/** One row per item that accounts began with: how many, and how many of them bought on a second day. */
export const firstItems = defineQuery({
  name: 'first-items',
  parameters: LevelScope.extend({ limit: z.int() }),
  row: z.object({ item: z.string(), accounts: z.int(), returned: z.int(), everybody: z.int(), everyReturned: z.int() }),
  sql: overLines(`
WITH
  ${firstDays}
SELECT
  item,
  count() AS accounts,
  countIf(returned) AS returned,
  (SELECT count() FROM beginning) AS everybody,
  (SELECT countIf(beginning.returned) FROM beginning) AS everyReturned
FROM beginning
ARRAY JOIN first_items AS item
GROUP BY item
ORDER BY accounts DESC, item
LIMIT {limit:UInt32}
`),
})

/** One row per pair: begun with one, and the other new on the second purchase day. */
export const nextItems = defineQuery({
  name: 'next-items',
  parameters: LevelScope.extend({ limit: z.int(), least: z.int() }),
  row: z.object({
    from: z.string(),
    to: z.string(),
    accounts: z.int(),
    began: z.int(),
    followed: z.int(),
    returned: z.int(),
  }),
  sql: overLines(`
WITH
  ${firstDays},
  back AS (SELECT first_items, next_items FROM beginning WHERE returned),
  pair AS (
    SELECT item AS from_item, next_item AS to_item, count() AS accounts
    FROM back ARRAY JOIN first_items AS item
    ARRAY JOIN next_items AS next_item
    GROUP BY from_item, to_item
    HAVING accounts >= {least:UInt32}
    ORDER BY accounts DESC, from_item, to_item
    LIMIT {limit:UInt32}
  ),
  begun AS (SELECT item, count() AS began FROM back ARRAY JOIN first_items AS item GROUP BY item),
  followed AS (SELECT item, count() AS followed FROM back ARRAY JOIN next_items AS item GROUP BY item)
SELECT
  pair.from_item AS from,
  pair.to_item AS to,
  pair.accounts AS accounts,
  begun.began AS began,
  followed.followed AS followed,
  (SELECT count() FROM back) AS returned
FROM pair
INNER JOIN begun ON begun.item = pair.from_item
INNER JOIN followed ON followed.item = pair.to_item
ORDER BY accounts DESC, from, to
`),
})
