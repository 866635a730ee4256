import { translator } from '@vitalfew/contract/locale.ts'
import type { MetricCondition, SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import { figureWords, type Wording } from './figure-words.ts'

/** A condition as a person would say it: "net revenue above 100,000 and (industry is A or B)". */
export function conditionWords(condition: SelectionCondition, wording: Wording): string {
  const t = translator(wording.locale)
  if ('metric' in condition) return boundWords(condition, wording)
  if ('attribute' in condition) {
    const { attribute, in: among, notIn = [] } = condition
    const values = (among ?? notIn).join(t('selection.list.or'))
    return t(among === undefined ? 'selection.condition.notIn' : 'selection.condition.in', {
      attribute: t(`selection.attribute.${attribute}`),
      values,
    })
  }
  if ('not' in condition) return t('selection.condition.not', { condition: conditionWords(condition.not, wording) })
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => grouped(part, wording))
  return parts.join(t(isAll ? 'selection.list.and' : 'selection.list.or'))
}

/** What is put together of several stands in brackets among others. */
function grouped(condition: SelectionCondition, wording: Wording): string {
  const words = conditionWords(condition, wording)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.length > 1 ? translator(wording.locale)('selection.condition.group', { condition: words }) : words
}

function boundWords(condition: MetricCondition, wording: Wording): string {
  const t = translator(wording.locale)
  const metric = t(`selection.metric.${condition.metric}`)
  const bounds = (['above', 'atLeast', 'below', 'atMost'] as const).flatMap((bound) => {
    const value = condition[bound]
    if (value === undefined) return []
    return [t(`selection.condition.${bound}`, { value: figureWords(value, { metric: condition.metric, ...wording }) })]
  })
  const known = bounds.length === 0 ? t('selection.condition.known') : bounds.join(t('selection.list.and'))
  const words = t('selection.condition.metric', { metric, bounds: known })
  return condition.ifUnknown === true ? t('selection.condition.orUnknown', { condition: words }) : words
}
