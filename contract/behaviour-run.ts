import { z } from 'zod'
import { PurchaseAffinity, PurchaseCohorts, PurchaseCycle, PurchaseWhitespace } from './purchase-behaviour.ts'
import { PurchaseForecast, PurchaseTrends } from './purchase-trends.ts'

/** How the accounts of a run buy: what the report tells of it. A part is null where the sales say nothing about it. */
export const PurchaseBehaviour = z.object({
  cohorts: PurchaseCohorts.nullable(),
  cycle: PurchaseCycle.nullable(),
  affinity: PurchaseAffinity.nullable(),
  whitespace: PurchaseWhitespace.nullable(),
  trends: PurchaseTrends.nullable(),
  forecast: PurchaseForecast.nullable(),
})
export type PurchaseBehaviour = z.infer<typeof PurchaseBehaviour>
