import type { ItemPrice } from '@vitalfew/contract/purchase-preference.ts'
import { priceElasticity } from '@vitalfew/methods/preference/price-elasticity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { BehaviourScope } from '../behaviour-scope.ts'
import { pricePoints } from './habits.query.ts'

const mostProducts = 500

/** How much more or less of a product is bought in months in which it is cheaper or dearer; only where prices vary. */
export async function itemPrices(warehouse: Warehouse, scope: BehaviourScope): Promise<ItemPrice[]> {
  const rows = await warehouse.rows(pricePoints, { ...scope, limit: mostProducts })
  return rows.flatMap(({ item, itemName, revenue, prices, units }): ItemPrice[] => {
    const found = priceElasticity({ group: prices.map(() => item), price: prices, quantity: units })
    return found === null ? [] : [{ item, itemName, ...found, revenue, reading: readingOf(found) }]
  })
}

function readingOf({ lower, upper }: { readonly lower: number; readonly upper: number }): ItemPrice['reading'] {
  if (lower > 0) return 'perverse'
  if (upper < -1) return 'sensitive'
  return lower > -1 ? 'insensitive' : 'unclear'
}
