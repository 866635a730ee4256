import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { MetricCondition, SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import { metricWords } from './metric-words.ts'
import { figureWords, type Wording } from './figure-words.ts'

/** A condition as a person would say it: "net revenue above 100,000 and (industry is A or B)". */
export function conditionWords(condition: SelectionCondition, wording: Wording): string {
  const t = translator(wording.locale)
  if ('metric' in condition) return boundWords(condition, wording)
  if ('attribute' in condition) {
    const { attribute, in: among, notIn = [] } = condition
    const values = (among ?? notIn).map((value) => valueWords(value, { attribute, t })).join(t('selection.list.or'))
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

/** Classes of a run have words in the catalogues; what stands in the sales is said as it stands there. */
const classWords: Readonly<Record<string, string>> = {
  lifecycleStage: 'analysis.stage',
  rfmSegment: 'analysis.segment',
  churnLevel: 'churn.level',
}

function valueWords(value: string, { attribute, t }: { readonly attribute: string; readonly t: Translate }): string {
  const branch = classWords[attribute]
  return branch === undefined ? value : t(`${branch}.${value}`, { defaultValue: value })
}

/** What is put together of several stands in brackets among others. */
function grouped(condition: SelectionCondition, wording: Wording): string {
  const words = conditionWords(condition, wording)
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : []
  return parts.length > 1 ? translator(wording.locale)('selection.condition.group', { condition: words }) : words
}

function boundWords(condition: MetricCondition, wording: Wording): string {
  const t = translator(wording.locale)
  const metric = metricWords(condition.metric, t)
  const bounds = (['above', 'atLeast', 'below', 'atMost'] as const).flatMap((bound) => {
    const value = condition[bound]
    if (value === undefined) return []
    return [t(`selection.condition.${bound}`, { value: figureWords(value, { metric: condition.metric, ...wording }) })]
  })
  const known = bounds.length === 0 ? t('selection.condition.known') : bounds.join(t('selection.list.and'))
  const words = t('selection.condition.metric', { metric, bounds: known })
  return condition.ifUnknown === true ? t('selection.condition.orUnknown', { condition: words }) : words
}
