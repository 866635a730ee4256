import { useMemo } from 'react'
import { useReader } from '../design/reader.tsx'
import { useTitles } from '../selection/tier-titles.tsx'
import type { ColouringWords } from './map-colourings.ts'

/** What the ways to colour the map are called; tiers as the model of the run calls them. */
export function useColouringWords(tiers: readonly string[]): ColouringWords {
  const { t } = useReader()
  const titles = useTitles()
  return useMemo(
    () => ({
      cluster: t('segmentation.section.map.byCluster'),
      amount: t('segmentation.section.map.byAmount'),
      tier: t('segmentation.section.map.byTier'),
      abc: t('segmentation.section.map.byAbc'),
      tiers: tiers.map((id) => ({ id, title: titles.tier(id) })),
      abcClasses: ['A', 'B', 'C'].map((id) => ({ id, title: t(`analysis.abc.${id}`) })),
    }),
    [t, titles, tiers],
  )
}
