import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { SegmentTrait } from '@vitalfew/contract/segmentation.ts'
import type { PreparedFeature } from '../features/prepared-feature.ts'
import { traitPhrases } from '../features/metric-features.ts'
import { valueWords } from './value-words.ts'

/** Effects from which a feature is worth naming a cluster after, and how many of them a name holds. */
const distinctiveFrom = 0.5
const mostTraits = 2

/**
 * A name for each cluster from what is most distinctive in it; no two are the same.
 *
 * @param profiles the most distinctive trait first
 */
export function clusterNames(
  profiles: readonly (readonly SegmentTrait[])[],
  { features, locale }: { readonly features: readonly PreparedFeature[]; readonly locale: Locale },
): string[] {
  const t = translator(locale)
  const titles = new Map(features.map(({ told }) => [told.name, told.title]))
  const phrases = profiles.map((profile) =>
    profile
      .filter(({ effect, value }) => Math.abs(effect) >= distinctiveFrom && (value === null || effect > 0))
      .map((trait) => traitPhrase(trait, { t, title: titles.get(trait.feature) ?? trait.feature })),
  )
  const names = phrases.map((all) => nameOf(all.slice(0, mostTraits), t))
  const longer = names.map((name, i) =>
    names.filter((other) => other === name).length > 1 ? nameOf((phrases[i] ?? []).slice(0, mostTraits + 1), t) : name,
  )
  return longer.map((name, i) => {
    const place = longer.slice(0, i + 1).filter((other) => other === name).length
    return longer.filter((other) => other === name).length > 1
      ? t('segmentation.name.numbered', { name, number: place })
      : name
  })
}

function nameOf(phrases: readonly string[], t: Translate): string {
  if (phrases.length === 0) return t('segmentation.name.average')
  const name = phrases.join(t('segmentation.list.comma'))
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** How a trait is said: metrics have phrases of their own, other figures are high or low, categories are mostly a value. */
function traitPhrase(
  { feature, value, effect }: SegmentTrait,
  { t, title }: { readonly t: Translate; readonly title: string },
): string {
  const side = effect > 0 ? 'high' : 'low'
  if (value !== null)
    return t('segmentation.name.mostly', {
      feature: title,
      value: value === '' ? t('segmentation.value.other') : valueWords(feature, { value, t }),
    })
  if (traitPhrases.includes(feature)) return t(`segmentation.trait.${feature}.${side}`)
  return t(`segmentation.name.${side}`, { feature: title })
}
