import { translator } from '@vitalfew/contract/locale.ts'
import type { Reason } from '@vitalfew/contract/run.ts'
import type { SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { percentWords, type Wording } from '../words/figure-words.ts'
import { accountStandings, isLowerBetter } from './account-standing.ts'
import type { AccountContributions } from './account-contributions.ts'
import { standingWords, type ToldStanding, unknownWords } from './standing-words.ts'

export interface AccountReasons {
  readonly reasons: readonly Reason[]
  readonly weakness: Reason | null
}

export interface ReasonedAccount {
  readonly account: number
  readonly contributions: AccountContributions
  /** Its share of the revenue, where that is why it is in the first tier. */
  readonly share: number | null
}

/**
 * Says of accounts why they were chosen: the three criteria that lift an account most above the mean account, weighted as
 * the model weighs them, and the one that holds it back most. What is not known is neither, unless too little is known to
 * name a weak point.
 */
export function accountReasons(scored: ScoredModel, wording: Wording): (account: ReasonedAccount) => AccountReasons {
  const standing = accountStandings(scored)
  const { criteria } = scored.model
  const used = criteria.flatMap((criterion, index) => ((scored.weights[index] ?? 0) > 0 ? [{ criterion, index }] : []))
  return ({ account, contributions, share }) => {
    // What doubles lose in adding up does not decide between reasons: the order of the model does.
    const effect = (index: number): number => Math.round((contributions.points[index] ?? 0) * 1e7)
    const known = used
      .filter(({ index }) => !Number.isNaN(scored.figures[index]?.[account] ?? Number.NaN))
      .toSorted((a, b) => effect(b.index) - effect(a.index))
    const told = known.map(({ criterion, index }) =>
      reason(criterion, {
        value: scored.figures[index]?.[account] ?? 0,
        ...standing(index, account),
        isLower: isLowerBetter(scored, index),
        wording,
      }),
    )
    const unknown = used.find(({ index }) => Number.isNaN(scored.figures[index]?.[account] ?? Number.NaN))
    const large = share === null ? [] : [shareReason(share, wording)]
    return {
      reasons: [...large, ...told.slice(0, 3)].slice(0, 3),
      weakness:
        told.slice(3).at(-1) ??
        (unknown === undefined
          ? null
          : unknownReason(scored, { criterion: unknown.criterion, locale: wording.locale })),
    }
  }
}

interface Standing extends ToldStanding {
  readonly percentile: number
}

function reason(criterion: SelectionCriterion, standing: Standing): Reason {
  const { value, percentile, below } = standing
  const text = standingWords(criterion, standing)
  return { criterion: criterion.id, metric: criterion.metric ?? null, value, percentile, below, text }
}

function unknownReason(
  { model }: ScoredModel,
  { criterion, locale }: { readonly criterion: SelectionCriterion; readonly locale: Wording['locale'] },
): Reason {
  const { id, metric = null } = criterion
  const text = unknownWords(model, { criterion, locale })
  return { criterion: id, metric, value: null, percentile: 0.5, below: 0, text }
}

function shareReason(share: number, { locale }: Wording): Reason {
  const text = translator(locale)('analysis.reason.share', { value: percentWords(share, locale) })
  return { criterion: 'share', metric: 'share', value: share, percentile: 1, below: 1, text }
}
