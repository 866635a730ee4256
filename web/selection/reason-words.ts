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
  const { value, percentile, below, text } = reason
  const fact = factOf(reason)
  // A criterion of a model of one's own speaks the words that the run gave it.
  if (fact === undefined) return { fact: text, standing: '' }
  if (value === null) return { fact: t(`report.fact.${fact}Unknown`), standing: t('report.standing.unknown') }
  if (fact === 'share') {
    return { fact: t('report.fact.share', { value: format.percent(value) }), standing: t('report.standing.tooLarge') }
  }
  const standing = t(percentile >= 0.5 ? 'report.standing.above' : 'report.standing.onlyAbove', {
    percentile: format.percentile(below),
  })
  return { fact: factWords({ criterion: fact, value }, { t, format }), standing }
}

const factOfMetric = {
  netRevenue: 'value',
  grossProfit: 'profit',
  growth: 'growth',
  activeMonths: 'loyalty',
  products: 'breadth',
  share: 'share',
} as const
type Fact = (typeof factOfMetric)[keyof typeof factOfMetric]

/** What a reason is about, where there are words for it: by its figure, or by the name of its criterion alone. */
function factOf({ criterion, metric }: Reason): Fact | undefined {
  const facts = Object.entries(factOfMetric)
  return metric === undefined
    ? facts.find(([, fact]) => fact === criterion)?.[1]
    : facts.find(([name]) => name === metric)?.[1]
}

function factWords(
  reason: { criterion: Exclude<Fact, 'share'>; value: number },
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
