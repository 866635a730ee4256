import { demandByDefinition } from '../answers/demand-by-definition.ts'
import { stageByDefinition } from '../answers/stage-by-definition.ts'
import { monthIndex, yearOf } from '../calendar.ts'
import type { Account } from '../company/accounts.ts'
import { behaviours, isActive } from '../company/behaviours.ts'
import { seededRandom } from '../seeded-random.ts'
import { accountDocuments } from './account-documents.ts'
import { assortment } from './assortment.ts'
import type { SalesDocument } from './sales-document.ts'

const mostAttempts = 5000
/** Newcomers have no cycle of their own; any portfolio cycle from here up leaves them new. */
const lowestPortfolioCycleDays = 26

/**
 * The history of an account. Chance may draw an order too late or too large for what is planted, so histories are drawn
 * anew until the definitions find exactly the planted stage and steadiness.
 */
export function accountHistory(account: Account, seed: string): SalesDocument[] {
  const catalogue = assortment(account, seededRandom(`${seed} assortment ${account.code}`))
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const random = seededRandom(`${seed} history ${account.code} ${attempt}`)
    const documents = accountDocuments({ account, assortment: catalogue, random })
    if (showsPlan(account, documents)) return documents
  }
  const { behaviour, demand, ordersPerYear } = account.plan
  throw new RangeError(`account: no history shows ${behaviour} ${demand} at ${ordersPerYear} orders a year`)
}

function showsPlan({ plan }: Account, documents: readonly SalesDocument[]): boolean {
  const saleCentsByDay = new Map<number, number>()
  const netCentsByMonth = new Map<number, number>()
  const netCentsByYear = new Map<number, number>()
  for (const document of documents) {
    if (document.kind === 'cancelled') continue
    const cents = document.lines.reduce((sum, line) => sum + line.amountCents, 0)
    add(netCentsByMonth, monthIndex(document.day), cents)
    add(netCentsByYear, yearOf(document.day), cents)
    if (document.kind === 'sale') add(saleCentsByDay, document.day, cents)
  }
  const hasReturns = documents.some(({ kind }) => kind === 'return')
  const stage = stageByDefinition({ saleCentsByDay, hasReturns }, lowestPortfolioCycleDays)
  if (stage !== behaviours[plan.behaviour].stage) return false
  if (!isActive(plan.behaviour)) return true
  const [first] = saleCentsByDay.keys()
  const growth = (netCentsByYear.get(2025) ?? 0) / (netCentsByYear.get(2024) ?? 0)
  if (plan.behaviour === 'growing' && growth < 1.12) return false
  if (plan.behaviour === 'declining' && !(growth <= 0.85)) return false
  return demandByDefinition(netCentsByMonth, first ?? null) === plan.demand
}

function add(sums: Map<number, number>, key: number, cents: number): void {
  sums.set(key, (sums.get(key) ?? 0) + cents)
}
