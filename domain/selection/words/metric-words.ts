import type { Translate } from '@vitalfew/contract/locale.ts'
import { givenColumnOf } from '../figures/given-metric.ts'

/** What a figure is called; a given one by its column. */
export function metricWords(metric: string, t: Translate): string {
  const figure = givenColumnOf(metric)
  return figure === undefined ? t(`selection.metric.${metric}`) : t('selection.given.metric', { figure })
}
