import type { Tier } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'

const tones = { key: 'accent', strategic: 'outline', ordinary: 'quiet' } as const
const places = { key: 1, strategic: 2, ordinary: 3 } as const

export function TierTag(props: { tier: Tier | undefined }) {
  const { t } = useReader()
  if (props.tier === undefined) return '–'
  return <Tag tone={tones[props.tier]}>{t(`analysis.tier.${props.tier}`)}</Tag>
}

/** Sorts by rank of the tier, not by its word; the highest comes first. */
export function tierOrder(tier: Tier | undefined): number | null {
  return tier === undefined ? null : places[tier]
}
