import type { Churn, ChurnAccount, ChurnRate, ContractChurn } from '@vitalfew/contract/churn.ts'
import { currencyDecimals } from '@vitalfew/contract/currency.ts'
import { roundDecimals } from '@vitalfew/methods/arithmetic/round-decimals.ts'

/** Churn with every amount rounded to the decimals of its currency. */
export function roundChurn(churn: Churn): Churn {
  const decimals = currencyDecimals(churn.currency)
  const money = (value: number): number => roundDecimals(value, decimals)
  const moneyOrNull = (value: number | null): number | null => (value === null ? null : money(value))
  const rate = (item: ChurnRate): ChurnRate => ({ ...item, revenueLost: money(item.revenueLost) })
  const account = (item: ChurnAccount): ChurnAccount => ({
    ...item,
    clv: moneyOrNull(item.clv),
    valueAtRisk: moneyOrNull(item.valueAtRisk),
    revenueLast12Months: money(item.revenueLast12Months),
    netRevenue: money(item.netRevenue),
  })
  const contracts = (item: ContractChurn): ContractChurn => ({ ...item, rate: rate(item.rate) })
  return {
    ...churn,
    levels: churn.levels.map((level) => ({
      ...level,
      netRevenue: money(level.netRevenue),
      valueAtRisk: money(level.valueAtRisk),
    })),
    valueAtRisk: money(churn.valueAtRisk),
    months: churn.months.map((month) => ({ ...month, rate: rate(month.rate) })),
    cuts: churn.cuts.map((cut) => ({
      ...cut,
      values: cut.values.map((item) => ({ ...item, rate: rate(item.rate) })),
    })),
    reasons: churn.reasons.map((reason) => ({ ...reason, netRevenue: money(reason.netRevenue) })),
    warnings: churn.warnings.map(account),
    winBack: churn.winBack.map(account),
    contracts: churn.contracts === null ? null : contracts(churn.contracts),
  }
}
