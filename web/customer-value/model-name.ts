import type { CustomerValue, ValueBaselineName } from '@vitalfew/contract/customer-value.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'

export type ForecastName = CustomerValue['backtest'][number]['best']

/** A record, so that the compiler misses a rule that is added to the contract. */
const baselines: Record<ValueBaselineName, true> = { lastYear: true, rfmCell: true, nbd: true }

/** What a forecast is called at the head of a row: the names that are words begin with a capital. */
export function forecastTitle(name: CustomerValue['chosen'], t: Translate): string {
  const words = t(`value.name.${name}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The NBD, in which nobody ever leaves, is both: a model, and what the others have to beat. */
export function isBaseline(name: string): name is ValueBaselineName {
  return Object.hasOwn(baselines, name)
}
