import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { Translate } from '@vitalfew/contract/locale.ts'
import type { Titles } from '../selection/tier-titles.tsx'

/** A value of a field that has values to choose from, as a person calls it. */
export function choiceWords(field: AccountField, words: { value: string; t: Translate; titles: Titles }): string {
  const { value, t, titles } = words
  switch (field) {
    case 'tier':
      return titles.tier(value)
    case 'abcClass':
      return t(`analysis.abc.${value}`, { defaultValue: value })
    case 'xyzClass':
      return t(`analysis.xyz.${value}`, { defaultValue: value })
    case 'rfmSegment':
      return t(`analysis.segment.${value}`, { defaultValue: value })
    case 'lifecycleStage':
      return t(`analysis.stage.${value}`, { defaultValue: value })
    case 'churnLevel':
      return t(`churn.level.${value}`, { defaultValue: value })
    default:
      return value === '' ? '–' : value
  }
}
