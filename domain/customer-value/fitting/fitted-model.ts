import type { FittedModel, FitVerdict, HoldoutScore } from '@vitalfew/contract/customer-value.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { PurchaseFit } from '@vitalfew/methods/buy-till-you-die/purchase-fit.ts'
import type { PurchaseParameters } from '@vitalfew/methods/buy-till-you-die/purchase-parameters.ts'
import type { SpendFit } from '@vitalfew/methods/spend/fit-gamma-gamma.ts'

/** A fit of purchases as it is shown, with its verdict in words. */
export function fittedModel(
  fit: PurchaseFit<PurchaseParameters>,
  { holdout, locale }: { readonly holdout: HoldoutScore | null; readonly locale: Locale },
): FittedModel {
  const t = translator(locale)
  const isUniform = fit.model === 'nbd' && fit.verdict === 'notIdentified'
  const text = isUniform ? t('value.uniformCustomers') : t(`value.verdict.${fit.verdict}`)
  return { ...shown(fit), name: fit.model, verdictText: text, holdout }
}

/** A fit of spend as it is shown. */
export function fittedSpend(fit: SpendFit, locale: Locale): FittedModel {
  const text = translator(locale)(`value.spendVerdict.${fit.verdict}`)
  return { ...shown(fit), name: 'gamma-gamma', verdictText: text, holdout: null }
}

interface AnyFit {
  readonly verdict: FitVerdict
  readonly parameters: object | null
  readonly standardErrors: object | null
  readonly logLikelihood: number | null
  readonly aic: number | null
  readonly bic: number | null
}

function shown(fit: AnyFit): Omit<FittedModel, 'name' | 'verdictText' | 'holdout'> {
  const found = numbersOf(fit.parameters ?? {})
  const errors = new Map(numbersOf(fit.standardErrors ?? {}))
  // The number of stages is chosen, not estimated, and says nothing where it is 1.
  const parameters = found.filter(([name, value]) => name !== 'k' || value > 1 || isTimed(fit))
  return {
    parameters: Object.fromEntries(parameters),
    standardErrors: Object.fromEntries(
      parameters.flatMap(([name]) => (name === 'k' ? [] : [[name, errors.get(name) ?? null]])),
    ),
    logLikelihood: finite(fit.logLikelihood),
    aic: finite(fit.aic),
    bic: finite(fit.bic),
    converged: fit.verdict !== 'notConverged' && fit.parameters !== null,
    verdict: fit.verdict,
  }
}

function isTimed(fit: AnyFit): boolean {
  return 'model' in fit && (fit.model === 'bg-cnbd-k' || fit.model === 'mbg-cnbd-k')
}

function numbersOf(record: object): [string, number][] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'number' && Number.isFinite(value) ? [[name, value] satisfies [string, number]] : [],
  )
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}
