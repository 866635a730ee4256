import type {
  PurchaseAffinity,
  PurchaseCohorts,
  PurchaseCycle,
  PurchaseWhitespace,
} from '@vitalfew/contract/purchase-behaviour.ts'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import type { PurchaseForecast, PurchaseTrends } from '@vitalfew/contract/purchase-trends.ts'

/** What one analysis found, by its name. */
export type BehaviourAnswer =
  | { readonly analysis: 'cohorts'; readonly answer: PurchaseCohorts }
  | { readonly analysis: 'cycle'; readonly answer: PurchaseCycle }
  | { readonly analysis: 'affinity'; readonly answer: PurchaseAffinity }
  | { readonly analysis: 'whitespace'; readonly answer: PurchaseWhitespace }
  | { readonly analysis: 'funnel'; readonly answer: PurchaseFunnel }
  | { readonly analysis: 'preference'; readonly answer: PurchasePreference }
  | { readonly analysis: 'trends'; readonly answer: PurchaseTrends }
  | { readonly analysis: 'forecast' | 'demand'; readonly answer: PurchaseForecast }
