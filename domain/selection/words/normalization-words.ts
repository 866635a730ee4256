import { translator } from '@vitalfew/contract/locale.ts'
import type { Normalization, SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import { figureWords, percentWords, type Wording } from './figure-words.ts'

/** How the figures of a criterion become values, as a person would say it. */
export function normalizationWords(criterion: SelectionCriterion, wording: Wording): string {
  const t = translator(wording.locale)
  const { metric, scale, normalization: rule } = criterion
  if (rule === undefined && scale !== undefined) {
    const scores = scale.anchors.map(({ score }) => figureWords(score, wording)).join(t('selection.list.comma'))
    return t('selection.normalization.scale', { scores })
  }
  const figure = (value: number): string => figureWords(value, { ...wording, metric })
  switch (rule?.method) {
    case 'target': {
      const { lowest, from, to, highest } = rule
      return t('selection.normalization.target', {
        lowest: figure(lowest),
        from: figure(from),
        to: figure(to),
        highest: figure(highest),
      })
    }
    case 'piecewise': {
      const points = rule.points.map(
        ({ figure: at, value }) => `${figure(at)} → ${percentWords(value, wording.locale)}`,
      )
      return t('selection.normalization.piecewise', { points: points.join(t('selection.list.comma')) })
    }
    default:
      return rankedWords(rule ?? { method: 'percentile' }, wording)
  }
}

type Ranked = Extract<Normalization, { method: 'percentile' | 'min-max' | 'z-score' | 'log' }>

function rankedWords({ method, direction = 'higher', caps }: Ranked, { locale }: Wording): string {
  const t = translator(locale)
  return [
    t(`selection.normalization.${method}`),
    t(`selection.normalization.${direction}`),
    ...(caps === undefined
      ? []
      : [
          t('selection.normalization.caps', {
            low: percentWords(caps.low, locale),
            high: percentWords(1 - caps.high, locale),
          }),
        ]),
  ].join(t('selection.list.pause'))
}

/** How far somebody can move the figures of a criterion, as a person would say it. */
export function actionableWords({ metric, actionable }: SelectionCriterion, wording: Wording): string {
  const t = translator(wording.locale)
  if (actionable === undefined) return t('selection.actionable.not')
  const { maximumChange, minimum, maximum, step, costPerUnit } = actionable
  const figure = (value: number): string => figureWords(value, { ...wording, metric })
  const bounds = [
    ...(maximumChange === undefined
      ? []
      : [t('selection.actionable.maximumChange', { share: percentWords(maximumChange, wording.locale) })]),
    ...(minimum === undefined ? [] : [t('selection.actionable.minimum', { figure: figure(minimum) })]),
    ...(maximum === undefined ? [] : [t('selection.actionable.maximum', { figure: figure(maximum) })]),
    ...(step === undefined ? [] : [t('selection.actionable.step', { figure: figure(step) })]),
    ...(costPerUnit === undefined ? [] : [t('selection.actionable.cost', { cost: figureWords(costPerUnit, wording) })]),
  ]
  return bounds.length === 0 ? t('selection.actionable.free') : bounds.join(t('selection.list.pause'))
}
