import { yearOf } from '../calendar.ts'
import type { Product } from '../company/product-catalogue.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { DocumentLine } from './sales-document.ts'

export interface LineRequest {
  readonly day: number
  readonly valueCents: number
  readonly discount: number
  readonly random: SeededRandom
}

/** One to six lines of different products that come to about the value wanted. */
export function documentLines(assortment: readonly Product[], request: LineRequest): DocumentLine[] {
  const { random, valueCents } = request
  const wanted = random.weighted([1, 2, 3, 4, 5, 6], (_, index) => [30, 28, 20, 12, 6, 4][index] ?? 0)
  const chosen = chosenProducts(assortment, { count: wanted, valueCents, random })
  const weights = chosen.map(() => random.between(0.4, 1.6))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return chosen.map((product, index) =>
    orderedLine(product, { ...request, valueCents: (valueCents * (weights[index] ?? 1)) / total }),
  )
}

function chosenProducts(
  assortment: readonly Product[],
  { count, valueCents, random }: { count: number; valueCents: number; random: SeededRandom },
): Product[] {
  const within = assortment.filter(({ listPriceCents }) => listPriceCents <= (valueCents / count) * 1.6)
  const cheapest = assortment.toSorted((a, b) => a.listPriceCents - b.listPriceCents).slice(0, 1)
  const left = within.length > 0 ? [...within] : cheapest
  const chosen: Product[] = []
  while (chosen.length < count && left.length > 0) {
    const product = random.weighted(left, (_, index) => 1 / (index + 2))
    chosen.push(product)
    left.splice(left.indexOf(product), 1)
  }
  return chosen
}

function orderedLine(product: Product, { day, valueCents, discount, random }: LineRequest): DocumentLine {
  const year = yearOf(day)
  const promotion = 1 - discount + 0.015 * random.normal()
  const unitPriceCents = roundedPrice(product.listPriceCents * priceLevel(year) * promotion)
  const quantity = roundedQuantity(valueCents / unitPriceCents)
  const unitCostCents = Math.round(product.costCents * costLevel(year))
  return {
    product,
    quantity,
    unitPriceCents,
    amountCents: quantity * unitPriceCents,
    costCents: quantity * unitCostCents,
  }
}

function priceLevel(year: number): number {
  return 1 - (2025 - year) * 0.02
}

function costLevel(year: number): number {
  return 1 - (2025 - year) * 0.025
}

/** Whole yuan from 100 on, tenths below. */
function roundedPrice(cents: number): number {
  const step = cents >= 10_000 ? 100 : 10
  return Math.max(step, Math.round(cents / step) * step)
}

function roundedQuantity(quantity: number): number {
  const step = quantity >= 1000 ? 50 : quantity >= 100 ? 10 : 1
  return Math.max(1, Math.round(quantity / step) * step)
}
