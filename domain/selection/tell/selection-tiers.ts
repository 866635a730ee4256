import { translator } from '@vitalfew/contract/locale.ts'
import type { SelectionTier } from '@vitalfew/contract/selection.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import { scoreWords, type Wording } from '../words/figure-words.ts'
import { ruleWords } from '../words/rule-words.ts'
import { tierTotals } from './tier-totals.ts'

/** The tiers of a selection with what they hold; where one is empty, why. */
export function selectionTiers({ scored, tiers, columns }: ChosenAccounts, wording: Wording): SelectionTier[] {
  const { model } = scored
  const totals = tierTotals(tiers.tiers, { columns, count: model.tiers.length })
  return model.tiers.map(({ id, title, rule }, place) => {
    const { accounts, netRevenue, grossProfit } = totals[place] ?? { accounts: 0, netRevenue: 0, grossProfit: null }
    return {
      id,
      title: title[wording.locale],
      accounts,
      netRevenue,
      grossProfit,
      rule: ruleWords(rule, wording),
      emptyBecause: accounts > 0 ? null : emptyBecause({ scored }, { kind: rule.kind, wording }),
    }
  })
}

function emptyBecause(
  { scored }: Pick<ChosenAccounts, 'scored'>,
  { kind, wording }: { readonly kind: string; readonly wording: Wording },
): string {
  const t = translator(wording.locale)
  if (scored.ranking.length === 0) return t('selection.empty.nobodyQualifies')
  if (kind === 'rules') return t('selection.empty.noneMeets')
  if (kind !== 'score') return t('selection.empty.nobodyLeft')
  const best = 100 * (scored.scored.scores[scored.ranking[0] ?? 0] ?? 0)
  return t('selection.empty.bestScore', { score: scoreWords(best, wording.locale) })
}
