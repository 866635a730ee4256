import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import type { Reader } from '../design/reader.tsx'
import type { Titles } from '../selection/tier-titles.tsx'

const knownRules = ['score', 'rules', 'share', 'stay', 'override', 'gate', 'outside']

/** Why an account has its tier, in a sentence: the rule, its score and since when. */
export function tierSentence(page: Pick<AccountPage, 'tier'>, words: { reader: Reader; titles: Titles }): string {
  const { t, format } = words.reader
  const { tier } = page
  const rule = knownRules.includes(tier.rule) ? tier.rule : 'score'
  const named = { tier: words.titles.tier(tier.id) }
  const why =
    tier.score === null
      ? t('app.account.ruleHidden', named)
      : t(`app.account.rule.${rule}`, { ...named, score: format.decimal(tier.score) })
  if (tier.since === null) return why
  if (tier.previousTier === null || tier.previousTier === tier.id)
    return `${why}${t('app.account.since', { day: format.longDay(tier.since) })}`
  return `${why}${t('app.account.sinceFrom', { day: format.longDay(tier.since), from: words.titles.tier(tier.previousTier) })}`
}
