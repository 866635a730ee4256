import type { Translate } from '@vitalfew/contract/locale.ts'

/** What a value of a category is called: tiers go by names of their own, unless a model has named them. */
export function valueWords(feature: string, { value, t }: { readonly value: string; readonly t: Translate }): string {
  return feature === 'tier' ? t(`analysis.tier.${value}`, { defaultValue: value }) : value
}
