import type { ChurnAccount, ContractRisk } from '@vitalfew/contract/churn.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { signalDeviation } from '@vitalfew/methods/churn/signal-deviation.ts'
import { statedScales } from '../warnings/signal-scales.ts'
import { signalText } from '../warnings/signal-text.ts'

interface Wording {
  readonly asOf: number
  readonly locale: Locale
  readonly currency: string
  /** See warnedContracts. */
  readonly isWarned: boolean
  /** Of the contracts that run. */
  readonly meanRisk: number
}

/** A contract that runs, as an account that may leave. */
export function contractWarning(
  contract: ContractRisk,
  { asOf, locale, currency, isWarned, meanRisk }: Wording,
): ChurnAccount {
  const value = contract.endsOn === null ? null : dayFromIso(contract.endsOn) - asOf
  const deviation = signalDeviation('contractEnding', { value, usual: null }) ?? 0
  const strength = deviation / statedScales.contractEnding
  const signal = { signal: 'contractEnding' as const, value, usual: null, strength }
  // Of a contract with an end there is a risk only where that comes within the horizon.
  const isEnding = strength > 0 || (value !== null && contract.risk > 0)
  return {
    account: contract.account,
    accountName: contract.accountName,
    level: isWarned ? 'high' : strength >= 1 || contract.risk > meanRisk ? 'medium' : 'low',
    risk: contract.risk,
    clv: contract.value,
    valueAtRisk: contract.value === null ? null : contract.value * contract.risk,
    revenueLast12Months: 0,
    netRevenue: 0,
    lastOrder: null,
    recencyDays: null,
    usualDaysBetweenOrders: null,
    signals: isEnding ? [{ ...signal, text: signalText('contractEnding', signal, { locale, currency }) }] : [],
    factors: contract.factors,
    leftOn: null,
    manner: null,
    reason: null,
  }
}
