import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Translate } from '@vitalfew/contract/locale.ts'
import type { Criterion, Tier } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import type { Tone } from '../design/tag.tsx'

/** What a model calls its tiers and its criteria, in its own order. */
export interface ModelTitles {
  tiers: readonly { id: Tier; title: string }[]
  criteria: readonly { id: Criterion; title: string }[]
}

const usualTitles: ModelTitles = {
  tiers: ['key', 'strategic', 'ordinary'].map((id) => ({ id, title: id })),
  criteria: [],
}

const TitlesContext = createContext(usualTitles)

/** Everything below calls tiers and criteria as the model of the run does. */
export function TitlesProvider(props: { model: ModelTitles | null; children: ReactNode }) {
  return <TitlesContext value={props.model ?? usualTitles}>{props.children}</TitlesContext>
}

export interface Titles {
  tier: (tier: Tier) => string
  tone: (tier: Tier) => Tone
  criterion: (criterion: Criterion) => string
}

export function useTitles(): Titles {
  const { t } = useReader()
  const model = use(TitlesContext)
  return useMemo(() => titlesOf(model, t), [model, t])
}

/** The catalogue's word in the language of the reader, else the model's own. */
export function titlesOf({ tiers, criteria }: ModelTitles, t: Translate): Titles {
  const own = (named: readonly { id: string; title: string }[], id: string) =>
    named.find((entry) => entry.id === id)?.title ?? id
  return {
    tier: (tier) => t(`analysis.tier.${tier}`, { defaultValue: own(tiers, tier) }),
    tone: (tier) => toneOf({ place: tiers.findIndex(({ id }) => id === tier), last: tiers.length - 1 }),
    criterion: (criterion) => t(`analysis.criterion.${criterion}`, { defaultValue: own(criteria, criterion) }),
  }
}

function toneOf({ place, last }: { place: number; last: number }): Tone {
  if (place === 0) return 'accent'
  return place === last ? 'quiet' : 'outline'
}

/** Sorts by rank of the tier, not by its word; the highest comes first. */
export function placeOfTier(tier: Tier | undefined, model: ModelTitles | null): number | null {
  const place = (model ?? usualTitles).tiers.findIndex(({ id }) => id === tier)
  return place < 0 ? null : place
}
