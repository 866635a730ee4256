import type { Account } from '../company/accounts.ts'
import type { Product } from '../company/product-catalogue.ts'
import { products } from '../company/product-catalogue.ts'
import type { SeededRandom } from '../seeded-random.ts'

/** What an account buys at all, its favourites first: what its industry needs, at prices that suit its orders. */
export function assortment(account: Account, random: SeededRandom): Product[] {
  const { plan, industry } = account
  const lineCents = plan.yearlyCents / plan.ordersPerYear / 2.3
  const affordable = products.filter(({ listPriceCents }) => listPriceCents <= lineCents * 2)
  const cheapest = products.toSorted((a, b) => a.listPriceCents - b.listPriceCents).slice(0, 7)
  const pool = affordable.length < 7 ? cheapest : affordable
  const wanted = breadth(plan.rank, random)
  const chosen: Product[] = []
  while (chosen.length < wanted && chosen.length < pool.length) {
    const left = pool.filter((product) => !chosen.includes(product))
    chosen.push(
      random.weighted(left, ({ category, listPriceCents }) => {
        const need = industry.needs.includes(category) ? 5 : 1
        return listPriceCents * 150 < lineCents ? need * 0.15 : need
      }),
    )
  }
  return chosen
}

function breadth(rank: number, random: SeededRandom): number {
  if (rank < 60) return random.integer(12, 24)
  return rank < 200 ? random.integer(6, 14) : random.integer(3, 7)
}
