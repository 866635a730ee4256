import { type Churn, type ChurnAccount, churnLevels, type ContractCalibration } from '@vitalfew/contract/churn.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { roundChurn } from '../round-churn.ts'
import type { AnalysedContracts } from './contract-churn.ts'
import type { ContractSubject } from './contract-subjects.ts'
import { backtestVerdict } from '../warnings/backtest-verdict.ts'
import { contractWarning } from './contract-warnings.ts'
import { warnedContracts } from './warned-contracts.ts'

export interface ContractWords {
  readonly horizonMonths: number
  readonly locale: Locale
  readonly currency: string
  readonly listed: number
}

/** Churn as contracts alone tell it, where there are no sales. */
export function churnOfContracts(found: AnalysedContracts, words: ContractWords): Churn {
  const { asOf, churn, subjects, backtest } = found
  const { horizonMonths, currency, locale, listed } = words
  const warned = warnedContracts(churn.risks.map(({ risk }) => risk))
  const meanRisk = churn.risks.reduce((sum, { risk }) => sum + risk, 0) / Math.max(1, churn.risks.length)
  const running = churn.risks.map((risk, index) =>
    contractWarning(risk, { asOf, locale, currency, isWarned: warned[index] === 1, meanRisk }),
  )
  const gone = subjects.filter(({ ended }) => ended).map(leftAccount)
  const accounts = [...running, ...gone]
  const atRisk = (some: readonly ChurnAccount[]): number => some.reduce((sum, item) => sum + (item.valueAtRisk ?? 0), 0)
  return roundChurn({
    asOf: isoFromDay(asOf),
    basis: 'contracts',
    horizonMonths,
    currency,
    levels: churnLevels.map((level) => {
      const own = accounts.filter((account) => account.level === level)
      return { level, accounts: own.length, netRevenue: 0, valueAtRisk: atRisk(own) }
    }),
    valueAtRisk: atRisk(running),
    months: [],
    cutsFrom: null,
    cuts: [],
    reasons: churn.reasons.map(({ reason, accounts: count, value }) => ({
      reason,
      accounts: count,
      netRevenue: value ?? 0,
    })),
    survival: churn.survival,
    logRank: churn.logRank,
    warnings: running.filter(({ level }) => level === 'high' || level === 'medium').slice(0, listed),
    winBack: gone.toSorted((one, other) => (other.clv ?? 0) - (one.clv ?? 0)).slice(0, listed),
    backtest: [...backtest],
    verdict:
      churn.shape === 'tenure'
        ? tenureVerdict(churn.calibration, { locale, horizonMonths })
        : backtestVerdict(backtest, { locale, horizonMonths, of: 'contracts' }),
    contracts: { ...churn, risks: churn.risks.slice(0, listed) },
  })
}

/** Of fewer contracts told the greatest risks it is not said how many ended. */
const leastTold = 30

/** Past warnings cannot be tested without days; what the risks are worth can, one half of the customers against the other. */
function tenureVerdict(
  calibration: readonly ContractCalibration[],
  { locale, horizonMonths }: Pick<ContractWords, 'locale' | 'horizonMonths'>,
): string {
  const t = translator(locale)
  const riskiest = calibration.findLast(({ contracts }) => contracts >= leastTold)
  if (riskiest === undefined) return t('churn.contractVerdict.noDays')
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const share = (part: (band: ContractCalibration) => number): string => {
    const all = calibration.reduce((sum, { contracts }) => sum + contracts, 0)
    return percent.format(calibration.reduce((sum, band) => sum + band.contracts * part(band), 0) / all)
  }
  return t('churn.contractVerdict.halves', {
    count: horizonMonths,
    expected: share((band) => band.expected),
    seen: share((band) => band.seen),
    riskiestExpected: percent.format(riskiest.expected),
    riskiestSeen: percent.format(riskiest.seen),
  })
}

function leftAccount(subject: ContractSubject): ChurnAccount {
  return {
    account: subject.customer,
    accountName: subject.customerName,
    level: 'left',
    risk: 1,
    clv: subject.value,
    valueAtRisk: null,
    revenueLast12Months: 0,
    netRevenue: 0,
    lastOrder: null,
    recencyDays: null,
    usualDaysBetweenOrders: null,
    signals: [],
    leftOn: subject.endsOn === null ? null : isoFromDay(subject.endsOn + 1),
    manner: null,
    reason: subject.reason === '' ? null : subject.reason,
  }
}
