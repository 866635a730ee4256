import type { ItemLevel } from '@vitalfew/contract/purchase-behaviour.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { analysedLine, isAnalysed, lineSource, overLines } from '../../metrics/index.ts'
import { BehaviourScope } from '../behaviour-scope.ts'

/** What a line sold, at the level that `{level:String}` names; '' where the line does not say. For `overLines`. */
export const itemOfLine = `if({level:String} = 'category', toString(line.category), if(line.product != '', line.product, l.product_name))`

const knownLevels = defineQuery({
  name: 'known-item-levels',
  parameters: BehaviourScope,
  row: z.object({ products: z.int(), categories: z.int() }),
  sql: overLines(`
WITH
  ${analysedLine}
SELECT
  uniqIf(if(line.product != '', line.product, l.product_name), line.product != '' OR l.product_name != '') AS products,
  uniqIf(line.category, line.category != '') AS categories
FROM ${lineSource}
WHERE ${isAnalysed} AND line.is_sale
`),
})

/** The level to look at: the one asked for, else the wished one where the sales know it, else the other. */
export async function itemLevel(
  warehouse: Warehouse,
  {
    scope,
    asked,
    wished,
  }: { readonly scope: BehaviourScope; readonly asked: ItemLevel | undefined; readonly wished: ItemLevel },
): Promise<ItemLevel> {
  if (asked !== undefined) return asked
  const [known = { products: 0, categories: 0 }] = await warehouse.rows(knownLevels, scope)
  // Fewer than three categories tell nobody apart.
  if (wished === 'category') return known.categories >= 3 || known.products === 0 ? 'category' : 'product'
  return known.products > 0 ? 'product' : 'category'
}
