import type { CustomerValue, FittedModel } from '@vitalfew/contract/customer-value.ts'
import type { Locale, Translate } from '@vitalfew/contract/locale.ts'
import type { Reader } from '../design/reader.tsx'
import { isBaseline } from './model-name.ts'

/** Why these figures: in the words of the run where the reader reads its language, otherwise from its scores. */
export function whyWords(value: CustomerValue, context: { reader: Reader; written: Locale }): string {
  const { t, locale, format } = context.reader
  if (context.written === locale && value.why !== '') return value.why
  const { chosen } = value
  if (chosen === 'none') return t('report.value.why.none')
  const name = t(`value.name.${chosen}`)
  if (isBaseline(chosen)) return t('report.value.why.baseline', { name })
  const own = value.models.find((model) => model.name === chosen)?.holdout?.mae
  const [rival] = value.baselines
    .flatMap((baseline) => (baseline.holdout === null ? [] : [{ name: baseline.name, mae: baseline.holdout.mae }]))
    .toSorted((a, b) => a.mae - b.mae)
  if (own === undefined || rival === undefined) return t('report.value.why.unjudged', { name })
  return t('report.value.why.model', {
    name,
    mae: format.decimal(own, 2),
    baseline: t(`value.name.${rival.name}`),
    baselineMae: format.decimal(rival.mae, 2),
  })
}

/** What there is to know of a fit that went wrong or left something open; nothing of one that went well. */
export function fitRemark(fit: FittedModel, t: Translate): string | null {
  return fit.verdict === 'converged' ? null : t(`value.verdict.${fit.verdict}`)
}

/** What a unit of value is: gross profit, or a share of net revenue where costs are unknown. */
export function basisWords(value: Pick<CustomerValue, 'basis' | 'margin' | 'costs'>, { t, format }: Reader): string {
  if (value.basis === 'netRevenue' && value.margin !== 1)
    return t('report.value.basis.margin', { margin: format.percent(value.margin, 0) })
  if (value.basis === 'contribution')
    return t('report.value.basis.contribution', { accounts: format.count(value.costs?.accounts ?? 0) })
  return t(`report.value.basis.${value.basis}`)
}
