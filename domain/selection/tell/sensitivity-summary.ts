import { translator } from '@vitalfew/contract/locale.ts'
import type { SelectionSensitivity } from '@vitalfew/contract/selection.ts'
import type { ChosenAccounts } from '../choose-accounts.ts'
import type { AccountName } from '../results/named-accounts.query.ts'
import { percentWords, type Wording } from '../words/figure-words.ts'
import { tierTitle } from './account-sentences.ts'
import type { LineReversal } from './line-reversals.ts'
import type { TierSensitivity } from './tier-sensitivity.ts'

const firmFrom = 0.9

/** How firm the list is as a whole, and which pairs beside a line could change places. */
export function sensitivitySummary(
  sensitivity: TierSensitivity,
  told: {
    readonly chosen: ChosenAccounts
    readonly reversals: readonly LineReversal[]
    readonly nameOf: (position: number) => AccountName
    readonly wording: Wording
  },
): SelectionSensitivity {
  const { chosen, reversals, wording } = told
  const t = translator(wording.locale)
  const { seed, draws, concentration, byDepartment, probabilities } = sensitivity
  const last = chosen.scored.model.tiers.length - 1
  const ruleTiers = chosen.scored.model.tiers.filter(({ rule }) => rule.kind === 'rules')
  const ruleTitles = ruleTiers.map(({ title }) => title[wording.locale]).join(t('selection.list.comma'))
  const key = byDepartment
    ? ('selection.sensitivity.byDepartment' as const)
    : ('selection.sensitivity.summary' as const)
  let [firm, aboveTheLine] = [0, 0]
  chosen.tiers.plain.forEach((tier, account) => {
    if (tier >= last) return
    aboveTheLine++
    if ((probabilities[tier]?.[account] ?? 0) >= firmFrom) firm++
  })
  return {
    seed,
    draws,
    concentration,
    byDepartment,
    firm,
    aboveTheLine,
    reversals: reversals.map((reversal) => reversalWords(reversal, told)),
    ...(ruleTiers.length === 0 ? {} : { ruleTiers: ruleTiers.map(({ id }) => id) }),
    text: [
      ...(draws === 0 ? [t('selection.sensitivity.rules')] : [t(key, { draws, firm, all: aboveTheLine })]),
      ...(draws === 0 || ruleTiers.length === 0 ? [] : [t('selection.sensitivity.someRules', { tiers: ruleTitles })]),
    ].join(wording.locale === 'en' ? ' ' : ''),
  }
}

function reversalWords(
  { tier, overtaken, overtaking, criterion, weight }: LineReversal,
  {
    chosen,
    nameOf,
    wording,
  }: { readonly chosen: ChosenAccounts; readonly nameOf: (position: number) => AccountName; readonly wording: Wording },
): SelectionSensitivity['reversals'][number] {
  const { model, weights } = chosen.scored
  const [above, below] = [nameOf(overtaken), nameOf(overtaking)]
  const tierId = model.tiers[tier]?.id ?? ''
  const now = weights[criterion] ?? 0
  const words = {
    above: above.accountName || above.account,
    below: below.accountName || below.account,
    criterion: model.criteria[criterion]?.title[wording.locale] ?? '',
    weight: percentWords(now, wording.locale),
    weightAt: percentWords(weight, wording.locale),
    tier: tierTitle(model, tierId, wording),
  }
  return {
    tier: tierId,
    above: above.account,
    below: below.account,
    criterion: model.criteria[criterion]?.id ?? '',
    weight: Number(now.toFixed(6)),
    weightAt: Number(weight.toFixed(6)),
    text: translator(wording.locale)(
      weight > now ? 'selection.sensitivity.above' : 'selection.sensitivity.below',
      words,
    ),
  }
}
