import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, lineSource, overLines } from '../../metrics/index.ts'
import { itemOfLine } from '../items/item-level.ts'
import { holder, isHolder, isItemLine, ItemScope, rankedItem } from '../items/ranked-items.query.ts'

/** One row per basket with two of the items or more, as RowBinary: their places as an array. */
export const basketItems = defineQuery({
  name: 'basket-items',
  parameters: ItemScope,
  row: z.unknown(),
  sql: overLines(`
WITH
  ${analysedLine},
  ${rankedItem},
  held AS (
    SELECT ${holder} AS basket, ${itemOfLine} AS item
    FROM ${lineSource}
    WHERE ${isItemLine} AND ${isHolder}
  )
SELECT groupUniqArray(r.place) AS places
FROM held
INNER JOIN ranked_item AS r ON r.item = held.item
GROUP BY held.basket
HAVING length(places) > 1
`),
})
