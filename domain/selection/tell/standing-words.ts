import { translator } from '@vitalfew/contract/locale.ts'
import type { SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { figureWords, shareBelowWords, type Wording } from '../words/figure-words.ts'

/** Figures that have a sentence of their own. */
const ownSentence: Readonly<Record<string, string>> = {
  netRevenue: 'value',
  grossProfit: 'profit',
  growth: 'growth',
  activeMonths: 'loyalty',
  products: 'breadth',
}

export interface ToldStanding {
  readonly value: number
  /** Share of the accounts that are strictly worse. */
  readonly below: number
  readonly isLower: boolean
  readonly wording: Wording
}

/** Where an account stands on a criterion, as a sentence. */
export function standingWords(criterion: SelectionCriterion, standing: ToldStanding): string {
  const { metric, title, scale, normalization } = criterion
  const { value, below, isLower, wording } = standing
  const t = translator(wording.locale)
  if (scale !== undefined) return scaleWords({ criterion, anchors: scale.anchors }, standing)
  const words = {
    title: title[wording.locale],
    value: figureWords(value, { metric, ...wording }),
    percentile: shareBelowWords(below, wording.locale),
  }
  if (normalization?.method === 'target' && value >= normalization.from && value <= normalization.to) {
    return t('selection.reason.withinTarget', words)
  }
  const own = isLower ? undefined : ownSentence[metric ?? '']
  if (own !== undefined && !isBothWays(criterion)) return t(`analysis.reason.${own}`, words)
  return t(isLower ? 'selection.reason.lower' : 'selection.reason.higher', words)
}

/** More of such a figure may be better or worse: whoever is better has the better value. */
export function isBothWays({ normalization }: SelectionCriterion): boolean {
  return normalization?.method === 'target' || normalization?.method === 'piecewise'
}

type Anchors = NonNullable<SelectionCriterion['scale']>['anchors']

/** Scores given by people mean what their anchors say, not how many others have less: few accounts are scored. */
function scaleWords(
  { criterion, anchors }: { readonly criterion: SelectionCriterion; readonly anchors: Anchors },
  { value, wording }: ToldStanding,
): string {
  const t = translator(wording.locale)
  const { locale } = wording
  const words = { title: criterion.title[locale], value: figureWords(value, wording) }
  const sorted = anchors.toSorted((a, b) => a.score - b.score)
  const lower = sorted.findLast(({ score }) => score <= value) ?? sorted[0]
  const upper = sorted.find(({ score }) => score >= value) ?? sorted.at(-1)
  const [from = '', to = ''] = [lower?.text[locale], upper?.text[locale]]
  if (from === to) return t('selection.reason.anchored', { ...words, anchor: from })
  return t('selection.reason.between', { ...words, from, to })
}

/** What is made of a figure that nobody knows. */
export function unknownWords(
  model: Pick<SelectionModel, 'missing'>,
  { criterion, locale }: { readonly criterion: SelectionCriterion; readonly locale: Wording['locale'] },
): string {
  const t = translator(locale)
  const words = { criterion: criterion.title[locale] }
  const policy = criterion.missing ?? model.missing
  if (policy === 'neutral') return t('analysis.reason.unknown', words)
  return t(policy === 'worst' ? 'selection.reason.unknownWorst' : 'selection.reason.unknownRescaled', words)
}
