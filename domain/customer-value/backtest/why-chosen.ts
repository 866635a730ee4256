import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { ContenderResult } from './contender-results.ts'
import { isBaseline, type ModelChoice } from './choose-model.ts'

export interface WhyRequest {
  readonly chosen: CustomerValue['chosen']
  readonly grounds: ModelChoice['grounds']
  readonly results: readonly ContenderResult[]
  readonly origins: number
  /** Customers that there are to value. */
  readonly customers: number
  readonly noAttrition: boolean
  readonly locale: Locale
}

/** Why the figures come from where they come from, for a reader who has never heard of the models. */
export function whyChosen(request: WhyRequest): string {
  const { chosen, grounds, results, origins, customers, noAttrition, locale } = request
  const t = translator(locale)
  const name = t(`value.name.${chosen}`)
  if (chosen === 'none') return t(customers === 0 ? 'value.why.none' : 'value.why.tooFewForModels')
  const own = results.find((result) => result.name === chosen)
  const model = results.find((result) => !isBaseline(result.name))
  const naive = results.filter((result) => isBaseline(result.name)).toSorted((a, b) => a.index - b.index)[0]
  const numbers = (result: ContenderResult | undefined, prefix: string): Record<string, string> => ({
    [`${prefix}Name`]: result === undefined ? '' : t(`value.name.${result.name}`),
    [`${prefix}Mae`]: decimal(result?.mae ?? 0, locale),
    [`${prefix}Total`]: percent(result?.totalError ?? 0, locale),
  })
  const facts = { name, count: origins, ...numbers(own, 'own'), ...numbers(naive, 'naive'), ...numbers(model, 'model') }
  const sentence = (key: string): string => {
    const text = t(`value.why.${key}`, facts)
    return noAttrition ? t('value.why.withNote', { text, note: t('value.why.noAttrition') }) : text
  }
  if (grounds === 'nothingFits') return t('value.why.nothingFits', facts)
  if (grounds === 'asked') return sentence(own === undefined || naive === undefined ? 'asked' : 'askedAndTested')
  if (grounds === 'likelihood' || own === undefined) return sentence('likelihood')
  if (isBaseline(own.name)) return t(model === undefined ? 'value.why.baselineAlone' : 'value.why.baseline', facts)
  return sentence(naive === undefined ? 'modelAlone' : 'model')
}

function decimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value)
}

function percent(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)
}
