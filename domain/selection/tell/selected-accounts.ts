import type { SelectedAccount } from '@vitalfew/contract/selection.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { countedValue } from '../scoring/counted-value.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { AccountName } from '../results/named-accounts.query.ts'
import { tierRules } from '../scoring/tier-rules.ts'
import type { Wording } from '../words/figure-words.ts'
import type { Contributions } from './account-contributions.ts'
import { accountSentences } from './account-sentences.ts'
import { accountStandings, isLowerBetter } from './account-standing.ts'
import { standingWords, unknownWords } from './standing-words.ts'
import type { TierSensitivity } from './tier-sensitivity.ts'

export interface TellAccounts {
  readonly positions: readonly number[]
  readonly names: ReadonlyMap<number, AccountName>
  readonly contributions: Contributions
  readonly sensitivity: TierSensitivity | null
  readonly intervals: (account: number) => SelectedAccount['weightIntervals']
  readonly wording: Wording
}

/** All that speaks for the place of each of some accounts. */
export function selectedAccounts(chosen: ChosenAccounts, request: TellAccounts): SelectedAccount[] {
  const { scored, tiers, columns, overrides, asOf } = chosen
  const { model } = scored
  const { positions, names, contributions, wording, sensitivity, intervals } = request
  const tierId = (place: number | undefined): string | null => model.tiers[place ?? 255]?.id ?? null
  const bars = contributionBars(chosen, request)
  return positions.map((account) => {
    const points = (score: number | undefined): number => rounded(100 * (score ?? 0), 2)
    const selected = {
      account: names.get(account)?.account ?? '',
      accountName: names.get(account)?.accountName ?? '',
      tier: tierId(tiers.tiers[account]) ?? '',
      tierRule: tierRules[tiers.rules[account] ?? 0] ?? 'score',
      since: isoFromDay(tiers.since[account] ?? 0),
      previousTier: tierId(columns.previous?.tiers[account]),
      score: points(scored.scored.scores[account]),
      lower: points(scored.scored.lower[account]),
      upper: points(scored.scored.upper[account]),
      contributions: bars(account),
      probabilities:
        sensitivity === null
          ? null
          : model.tiers.map(({ id }, tier) => ({
              tier: id,
              probability: rounded(sensitivity.probabilities[tier]?.[account] ?? 0, 4),
            })),
      weightIntervals: intervals(account),
    }
    const override = overrides.placed.find(({ position }) => position === account) ?? null
    const { meanScore } = contributions
    return { ...selected, sentences: accountSentences({ model, selected, meanScore, override, asOf }, wording) }
  })
}

/** The waterfall of an account: one bar for each criterion that counts. */
function contributionBars(
  { scored }: ChosenAccounts,
  { contributions, wording }: Pick<TellAccounts, 'contributions' | 'wording'>,
): (account: number) => SelectedAccount['contributions'] {
  const standing = accountStandings(scored)
  return (account) => {
    const { points } = contributions.of(account)
    return scored.model.criteria.flatMap((criterion, i) => {
      if ((scored.weights[i] ?? 0) === 0) return []
      const value = scored.figures[i]?.[account] ?? Number.NaN
      const title = criterion.title[wording.locale]
      const words = { value, below: standing(i, account).below, isLower: isLowerBetter(scored, i), wording }
      const isKnown = !Number.isNaN(value)
      return [
        {
          criterion: criterion.id,
          title,
          value: isKnown ? rounded(value, 6) : null,
          normalized: rounded(countedValue(scored, { criterion: i, account }), 6),
          points: rounded(points[i] ?? 0, 4),
          text: isKnown
            ? standingWords(criterion, words)
            : unknownWords(scored.model, { criterion, locale: wording.locale }),
        },
      ]
    })
  }
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
