import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Criterion, Reason } from '@vitalfew/contract/run.ts'
import { reasons } from '@vitalfew/methods/scoring/reasons.ts'
import { criterionOrder } from './scored-accounts.query.ts'

export interface ScoredAccount {
  readonly tierRule: 'score' | 'share'
  readonly netRevenue: number
  readonly grossProfit: number | null
  readonly growth: number | null
  readonly activeMonths: number
  readonly products: number
  readonly share: number
  /** In criterionOrder. */
  readonly percentiles: readonly number[]
  /** Share of accounts strictly below, in criterionOrder. */
  readonly below: readonly number[]
  readonly known: readonly number[]
}

interface Wording {
  readonly weights: readonly number[]
  readonly locale: Locale
  readonly currency: string
}

/**
 * The three criteria that lift an account most above the middle of the portfolio, weighted as the model weighs them,
 * and the one that holds it back most.
 */
export function accountReasons(
  account: ScoredAccount,
  wording: Wording,
): { reasons: Reason[]; weakness: Reason | null } {
  const used = criterionOrder.flatMap((criterion, index) => {
    const weight = wording.weights[index] ?? 0
    const percentile = account.known[index] === 1 ? (account.percentiles[index] ?? null) : null
    return weight > 0 ? [{ criterion, weight, percentile }] : []
  })
  const { strongest, weakest } = reasons(used)
  const unknown = used.find((item) => item.percentile === null)
  const tooLarge = account.tierRule === 'share' ? [shareReason(account, wording)] : []
  return {
    reasons: [...tooLarge, ...strongest.map((item) => reason(account, item, wording))].slice(0, 3),
    weakness: weakest === null ? unknownReason(unknown?.criterion, wording) : reason(account, weakest, wording),
  }
}

/** Where too little is known to name a weak point, what is not known is the weak point. */
function unknownReason(criterion: Criterion | undefined, { locale }: Wording): Reason | null {
  if (criterion === undefined) return null
  const t = translator(locale)
  const text = t('analysis.reason.unknown', { criterion: t(`analysis.criterion.${criterion}`) })
  return { criterion, value: null, percentile: 0.5, below: 0, text }
}

function reason(
  account: ScoredAccount,
  item: { readonly criterion: Criterion; readonly percentile: number },
  wording: Wording,
): Reason {
  const value = figure(account, item.criterion)
  const below = account.below[criterionOrder.indexOf(item.criterion)] ?? 0
  const text = translator(wording.locale)(`analysis.reason.${item.criterion}`, {
    value: value === null ? '–' : written(item.criterion, value, wording),
    percentile: shareBelow(below, wording.locale),
  })
  return { criterion: item.criterion, value, percentile: item.percentile, below, text }
}

function shareReason(account: ScoredAccount, wording: Wording): Reason {
  const text = translator(wording.locale)('analysis.reason.share', { value: percent(account.share, wording.locale) })
  return {
    criterion: 'share',
    value: account.share,
    percentile: account.percentiles[0] ?? 1,
    below: account.below[0] ?? 1,
    text,
  }
}

function figure(account: ScoredAccount, criterion: Criterion): number | null {
  switch (criterion) {
    case 'value':
      return account.netRevenue
    case 'profit':
      return account.grossProfit
    case 'growth':
      return account.growth
    case 'loyalty':
      return account.activeMonths
    case 'breadth':
      return account.products
  }
}

function written(criterion: Criterion, value: number, { locale, currency }: Wording): string {
  if (criterion === 'growth') return percent(value, locale)
  const isMoney = criterion === 'value' || criterion === 'profit'
  return isMoney ? wholeAmountFormat(locale, currency).format(value) : new Intl.NumberFormat(locale).format(value)
}

const percentFormats = new Map<Locale, Intl.NumberFormat>()

/** Written for every criterion of every chosen account: making a format takes longer than using it a hundred times. */
function percent(value: number, locale: Locale): string {
  const format =
    percentFormats.get(locale) ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  percentFormats.set(locale, format)
  return format.format(value)
}

/** Rounded down: nobody is said to be above more accounts than it is. */
function shareBelow(value: number, locale: Locale): string {
  return percent(Math.floor(value * 1000 + 1e-9) / 1000, locale)
}
