import { asOfDay, businessDayFrom, dayOf, lastDay, seasonFactor } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import type { Product } from '../company/product-catalogue.ts'
import { exponential } from '../exponential.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { documentLines } from './document-lines.ts'
import { purchaseDays } from './purchase-days.ts'
import type { DocumentLine, SalesDocument } from './sales-document.ts'

export interface DocumentRequest {
  readonly account: Account
  readonly assortment: readonly Product[]
  readonly random: SeededRandom
}

const valueSigma = { X: 0.2, Y: 0.45, Z: 0.9 } as const

/** One possible history of an account: orders, cancelled orders and returns. */
export function accountDocuments(request: DocumentRequest): SalesDocument[] {
  const { account, random } = request
  const { behaviour } = account.plan
  if (behaviour === 'returnsOnly') return [oldReturn(request)]
  if (behaviour === 'cancelledOnly') return [newDocument(request, { kind: 'cancelled', day: midHistoryDay(random) })]
  const orders = purchaseDays(account.plan, random).flatMap((day) => ordersOn(day, request))
  const cancelled = orders.filter(() => random.chance(0.017)).map(({ day }) => day)
  return [
    ...orders,
    ...cancelled.map((day) =>
      newDocument(request, { kind: 'cancelled', day: Math.min(lastDay, businessDayFrom(day + 1)) }),
    ),
    ...orders.flatMap((order) => returnsOf(order, request)),
  ]
}

function ordersOn(day: number, request: DocumentRequest): SalesDocument[] {
  const second = request.account.plan.rank < 120 && request.random.chance(0.07)
  return Array.from({ length: second ? 2 : 1 }, () => newDocument(request, { kind: 'sale', day }))
}

function newDocument(
  { account, assortment, random }: DocumentRequest,
  { kind, day }: { kind: 'sale' | 'cancelled'; day: number },
): SalesDocument {
  const { plan } = account
  const sigma = plan.demand === null ? 0.4 : valueSigma[plan.demand]
  const usualCents = (plan.yearlyCents / plan.ordersPerYear) * seasonFactor(day) * trendFactor(account, day)
  const valueCents = Math.max(6_000, usualCents * random.logNormal(sigma))
  const department = random.weighted(account.departments, (_, index) => 1 / (index + 1))
  const lines = documentLines(assortment, { day, valueCents, discount: plan.discount, random })
  return { kind, day, department, lines, origin: null }
}

const yearlyTrend = { growing: 0.42, declining: -0.42, lost: -0.15, dormant: -0.15, slipping: -0.1 } as const

/** Growth around the middle of 2024. */
function trendFactor({ plan }: Account, day: number): number {
  const trend: Readonly<Record<string, number>> = yearlyTrend
  return exponential(((trend[plan.behaviour] ?? 0.04) * (day - dayOf('2024-07-01'))) / 365.25)
}

function returnsOf(order: SalesDocument, { account, random }: DocumentRequest): SalesDocument[] {
  const all = account.plan.behaviour === 'fullyReturned'
  const returned = order.lines.filter(() => all || random.chance(account.plan.returnProbability))
  const day = businessDayFrom(order.day + random.integer(4, 40))
  if (returned.length === 0 || day >= asOfDay) return []
  const lines = returned.map((line) => returnedLine(line, all ? line.quantity : random.integer(1, line.quantity)))
  return [{ kind: 'return', day, department: order.department, lines, origin: order }]
}

function returnedLine(line: DocumentLine, quantity: number): DocumentLine {
  return {
    ...line,
    quantity: -quantity,
    amountCents: -quantity * line.unitPriceCents,
    costCents: (-quantity * line.costCents) / line.quantity,
  }
}

function oldReturn(request: DocumentRequest): SalesDocument {
  const order = newDocument(request, { kind: 'sale', day: dayOf('2023-01-12') })
  return { ...order, kind: 'return', lines: order.lines.map((line) => returnedLine(line, line.quantity)) }
}

function midHistoryDay(random: SeededRandom): number {
  return businessDayFrom(random.integer(dayOf('2024-03-01'), dayOf('2025-09-30')))
}
