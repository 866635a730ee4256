import { translator } from '@vitalfew/contract/locale.ts'
import type { SelectedAccount } from '@vitalfew/contract/selection.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { percentWords, scoreWords, type Wording } from '../words/figure-words.ts'
import type { PlacedOverride } from '../overrides/place-overrides.ts'

export interface SentencedAccount {
  readonly model: SelectionModel
  readonly selected: Omit<SelectedAccount, 'sentences'>
  readonly meanScore: number
  readonly override: PlacedOverride | null
  readonly asOf: string
}

/** What has to be said of an account besides its reasons: where it stands, how firmly, what is not known, who decided. */
export function accountSentences(
  { model, selected, meanScore, override, asOf }: SentencedAccount,
  wording: Wording,
): string[] {
  const t = translator(wording.locale)
  const { locale } = wording
  const tier = tierTitle(model, selected.tier, wording)
  const score = (value: number): string => scoreWords(value, locale)
  const sentences = [t('selection.sentence.score', { score: score(selected.score), mean: score(meanScore), tier })]
  if (override !== null) {
    const { reason, author, until } = override
    sentences.push(t('selection.sentence.override', { tier, reason, author, until }))
  }
  if (selected.tierRule === 'stay') {
    const { since } = selected
    const days = model.tiers.find(({ id }) => id === selected.tier)?.minimumStayDays ?? 0
    const isHeld = dayFromIso(asOf) - dayFromIso(since) < days
    sentences.push(t(isHeld ? 'selection.sentence.held' : 'selection.sentence.stay', { tier, since, days }))
  }
  if (selected.tierRule === 'share') sentences.push(t('selection.sentence.share', { tier }))
  const unknown = selected.contributions.filter(({ value }) => value === null).map(({ title }) => title)
  if (unknown.length > 0) {
    sentences.push(
      t('selection.sentence.unknown', {
        criteria: unknown.join(t('selection.list.comma')),
        lower: score(selected.lower),
        upper: score(selected.upper),
      }),
    )
  }
  const probability = selected.probabilities?.find((each) => each.tier === selected.tier)?.probability
  if (probability === 1 && selected.tierRule === 'rules') sentences.push(t('selection.sentence.ruled', { tier }))
  else if (probability !== undefined && (selected.tierRule === 'score' || selected.tierRule === 'rules')) {
    const key = probability >= 0.9 ? 'firm' : probability >= 0.5 ? 'likely' : 'shaky'
    sentences.push(t(`selection.sentence.${key}`, { tier, probability: percentWords(probability, locale) }))
  }
  if (selected.previousTier !== null && selected.previousTier !== selected.tier) {
    const before = tierTitle(model, selected.previousTier, wording)
    sentences.push(t('selection.sentence.moved', { before, tier }))
  }
  return sentences
}

/** What a tier is called in the language of the run; its id where the model no longer has it. */
export function tierTitle(model: SelectionModel, id: string, { locale }: Pick<Wording, 'locale'>): string {
  return model.tiers.find((tier) => tier.id === id)?.title[locale] ?? id
}
