import type { AffinityRule, ItemLevel, PurchaseAffinity } from '@vitalfew/contract/purchase-behaviour.ts'
import { type AssociationRule, associationRules } from '@vitalfew/methods/affinity/association-rules.ts'
import type { Baskets } from '@vitalfew/methods/affinity/baskets.ts'
import { frequentSets, type FrequentSet } from '@vitalfew/methods/affinity/frequent-sets.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { z } from 'zod'
import { answeredRows } from '../answered-rows.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'
import { itemLevel } from '../items/item-level.ts'
import { holderCount, rankedItems } from '../items/ranked-items.query.ts'
import { basketItems } from './basket-items.query.ts'
import { readBaskets } from './read-baskets.ts'

export interface AffinityRequest extends BehaviourRequest {
  readonly level?: ItemLevel
  /** By default orders, or accounts where no two items are often on one order. */
  readonly basket?: 'order' | 'account'
  /** Share of baskets that a set must be in, and 5 baskets at least; 0.01 where absent. */
  readonly minSupport?: number
  readonly listed: number
}

/** Baskets looked at; of more, every so many. */
const mostBaskets = 1_000_000
const mostItems = 2_000
const mostSets = 50_000
/** A pair seen less often than this says nothing, whatever its share. */
const leastCount = 5
const usualSupport = 0.01
const significance = 0.05
const everything = '1900-01-01'

/** What is bought together, in one order or by one account, more often than chance would have it. */
export async function purchaseAffinity(warehouse: Warehouse, request: AffinityRequest): Promise<PurchaseAffinity> {
  const level = await itemLevel(warehouse, { scope: request.scope, asked: request.level, wished: 'product' })
  const asked = { ...request, level }
  const found = affinityOf(await readFoundBaskets(warehouse, { ...asked, basket: request.basket ?? 'order' }), request)
  if (request.basket !== undefined || found.tested > 0) return found
  return affinityOf(await readFoundBaskets(warehouse, { ...asked, basket: 'account' }), request)
}

interface FoundBaskets {
  readonly level: ItemLevel
  readonly basket: 'order' | 'account'
  readonly baskets: number
  readonly stride: number
  readonly minCount: number
  readonly items: z.output<typeof rankedItems.row>[]
  /** Baskets with two items or more. */
  readonly shared: Baskets
}

async function readFoundBaskets(
  warehouse: Warehouse,
  { scope, level, basket, minSupport = usualSupport }: AffinityRequest & Pick<FoundBaskets, 'level' | 'basket'>,
): Promise<FoundBaskets> {
  const asked = { ...scope, level, since: everything, perAccount: basket === 'account', leastHolders: 1, mostItems: 1 }
  const all = (await warehouse.rows(holderCount, { ...asked, stride: 1 }))[0]?.holders ?? 0
  const stride = Math.max(1, Math.ceil(all / mostBaskets))
  const baskets = stride === 1 ? all : ((await warehouse.rows(holderCount, { ...asked, stride }))[0]?.holders ?? 0)
  const minCount = Math.max(leastCount, Math.ceil(minSupport * baskets))
  const parameters = { ...asked, leastHolders: minCount, mostItems, stride }
  const items = await warehouse.rows(rankedItems, parameters)
  const shared = readBaskets(await answeredRows(warehouse, { query: basketItems, parameters }))
  return { level, basket, baskets, stride, minCount, items, shared }
}

function affinityOf(found: FoundBaskets, request: AffinityRequest): PurchaseAffinity {
  const { level, basket, baskets, stride, minCount, items, shared } = found
  const { scope, currency, minSupport = usualSupport, listed } = request
  const pairs = frequentSets(shared, { minCount, maxSize: 3, mostSets })
  // Baskets of a single item stay in the warehouse: how often items occur alone is known from their ranks.
  const sets: FrequentSet[] = [
    ...items.map(({ place, holders }) => ({ items: [place], count: holders })),
    ...pairs.sets.filter((set) => set.items.length > 1),
  ]
  const rules = associationRules(withSubsets(sets), { baskets })
  const significant = rules.filter(({ qValue, lift }) => qValue < significance && lift > 1)
  return {
    asOf: scope.asOf,
    currency,
    level,
    basket,
    baskets,
    stride,
    items: items.length,
    minSupport,
    minCount,
    sets: sets.length,
    complete: pairs.complete && items.length < mostItems,
    tested: rules.length,
    significant: significant.length,
    rules: significant
      .toSorted(
        (one, other) =>
          other.leverage - one.leverage ||
          other.lift - one.lift ||
          one.to - other.to ||
          one.from.length - other.from.length,
      )
      .slice(0, listed)
      .map((rule) => named(rule, items)),
  }
}

/** Sets of which every part is known: where the search was cut off some are not. */
function withSubsets(sets: readonly FrequentSet[]): FrequentSet[] {
  const known = new Set(sets.map(({ items }) => items.join(' ')))
  return sets.filter(
    ({ items }) =>
      items.length < 3 || items.every((item) => known.has(items.filter((other) => other !== item).join(' '))),
  )
}

function named(
  rule: AssociationRule,
  items: readonly { readonly item: string; readonly label: string }[],
): AffinityRule {
  const { from, to, ...figures } = rule
  const nameOf = (place: number): string => items[place]?.item ?? ''
  const labelOf = (place: number): string => items[place]?.label ?? ''
  return {
    from: from.map(nameOf),
    to: nameOf(to),
    fromNames: from.map(labelOf),
    toName: labelOf(to),
    ...figures,
  }
}
