import type { Reason } from '@vitalfew/contract/run.ts'
import { manifold } from '../design/formats.ts'
import type { Reader } from '../design/reader.tsx'

export interface ReasonWords {
  /** The account's own figure: 净销售额 ¥1,234.5万. */
  fact: string
  /** How it compares: 高于 98% 的客户. Empty where there is nothing to compare. */
  standing: string
}

/** A reason in plain words, from its numbers and not from its text, so that it follows language and unit. */
export function reasonWords(reason: Reason, { t, format }: Pick<Reader, 't' | 'format'>): ReasonWords {
  const { criterion, value, percentile, below } = reason
  if (value === null) return { fact: t(`report.fact.${criterion}Unknown`), standing: t('report.standing.unknown') }
  if (criterion === 'share') {
    return { fact: t('report.fact.share', { value: format.percent(value) }), standing: t('report.standing.tooLarge') }
  }
  const standing = t(percentile >= 0.5 ? 'report.standing.above' : 'report.standing.onlyAbove', {
    percentile: format.percentile(below),
  })
  return { fact: factWords({ criterion, value }, { t, format }), standing }
}

function factWords(
  reason: { criterion: Exclude<Reason['criterion'], 'share'>; value: number },
  { t, format }: Pick<Reader, 't' | 'format'>,
): string {
  const { criterion, value } = reason
  switch (criterion) {
    case 'value':
    case 'profit':
      return t(`report.fact.${criterion}`, { value: format.money(value) })
    case 'growth':
      if (value >= manifold) return t('report.fact.multiple', { value: format.decimal(value + 1, 1) })
      return t(value < 0 ? 'report.fact.decline' : 'report.fact.growth', { value: format.percent(Math.abs(value)) })
    case 'loyalty':
    case 'breadth':
      return t(`report.fact.${criterion}`, { count: value, value: format.count(value) })
  }
}
