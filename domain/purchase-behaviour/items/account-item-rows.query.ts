import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, lineSource, overLines } from '../../metrics/index.ts'
import { itemOfLine } from './item-level.ts'
import { isItemLine, ItemScope, rankedItem } from './ranked-items.query.ts'

/**
 * One row per account and item, as RowBinary of 24 bytes: the account's key, the place of the item, on how many days it
 * was bought, and what that brought. Of the accounts that spent most.
 */
export const accountItemRows = defineQuery({
  name: 'account-items',
  parameters: ItemScope.extend({ mostAccounts: z.int() }),
  row: z.unknown(),
  sql: overLines(`
WITH
  ${analysedLine},
  ${rankedItem},
  largest AS (
    SELECT line.account_key AS largest_key
    FROM ${lineSource}
    WHERE ${isItemLine} AND ${itemOfLine} != ''
    GROUP BY largest_key
    ORDER BY sum(line.net_revenue) DESC, largest_key
    LIMIT {mostAccounts:UInt32}
  ),
  bought AS (
    SELECT
      line.account_key AS account_key,
      ${itemOfLine} AS item,
      toUInt32(uniqExact(line.day)) AS days,
      toFloat64(sum(line.net_revenue)) AS amount
    FROM ${lineSource}
    WHERE ${isItemLine} AND line.account_key IN (SELECT largest_key FROM largest)
    GROUP BY account_key, item
  )
SELECT bought.account_key AS account_key, r.place AS place, bought.days AS days, bought.amount AS amount
FROM bought
INNER JOIN ranked_item AS r ON r.item = bought.item
ORDER BY account_key, place
`),
})
