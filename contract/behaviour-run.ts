import { z } from 'zod'
import { PurchaseAffinity, PurchaseCohorts, PurchaseCycle, PurchaseWhitespace } from './purchase-behaviour.ts'
import { PurchaseFunnel } from './purchase-funnel.ts'
import { PurchasePreference } from './purchase-preference.ts'
import { PurchaseForecast, PurchaseTrends } from './purchase-trends.ts'

/** How the accounts of a run buy: what the report tells of it. A part is null where the sales say nothing about it. */
export const PurchaseBehaviour = z.object({
  cohorts: PurchaseCohorts.nullable(),
  cycle: PurchaseCycle.nullable(),
  affinity: PurchaseAffinity.nullable(),
  whitespace: PurchaseWhitespace.nullable(),
  trends: PurchaseTrends.nullable(),
  forecast: PurchaseForecast.nullable(),
  /** Null in runs of before it was looked at; so is the funnel. */
  preference: PurchasePreference.nullable().default(null),
  /** First and further purchases. */
  funnel: PurchaseFunnel.nullable().default(null),
})
export type PurchaseBehaviour = z.infer<typeof PurchaseBehaviour>
