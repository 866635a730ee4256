import type { Segment, SegmentFeature, SegmentTrait } from '@vitalfew/contract/segmentation.ts'

export interface ProfileColumn {
  feature: SegmentFeature
  /** The value of a category the column is about; null for a figure. */
  value: string | null
}

export interface ProfileCell {
  trait: SegmentTrait
  /** −1 far below the others, 0 as all, 1 far above: how strongly it is coloured. */
  heat: number
  isDistinctive: boolean
}

export interface Profiles {
  columns: ProfileColumn[]
  rows: { cluster: Segment; cells: (ProfileCell | null)[] }[]
}

const strongest = 2
const distinctiveFrom = 0.5
/** Of a category only the values in which groups differ most find room. */
const mostValues = 3

/** Every group by every feature, coloured by how far it lies from all accounts. */
export function prepareProfiles(features: readonly SegmentFeature[], clusters: readonly Segment[]): Profiles {
  const columns = features.flatMap((feature): ProfileColumn[] =>
    feature.kind === 'figure'
      ? [{ feature, value: null }]
      : tellingValues(feature, clusters).map((value) => ({ feature, value })),
  )
  return {
    columns,
    rows: clusters.map((cluster) => ({
      cluster,
      cells: columns.map(({ feature, value }) => {
        const trait = cluster.profile.find((item) => item.feature === feature.name && item.value === value)
        if (trait === undefined) return null
        const heat = Math.max(-1, Math.min(1, trait.effect / strongest))
        return { trait, heat, isDistinctive: Math.abs(trait.effect) >= distinctiveFrom }
      }),
    })),
  }
}

function tellingValues(feature: SegmentFeature, clusters: readonly Segment[]): string[] {
  const largest = new Map<string, number>()
  for (const { profile } of clusters) {
    for (const { feature: name, value, effect } of profile) {
      if (name === feature.name && value !== null)
        largest.set(value, Math.max(largest.get(value) ?? 0, Math.abs(effect)))
    }
  }
  return [...largest]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostValues)
    .map(([value]) => value)
}
