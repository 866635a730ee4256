import type { Tier } from '@vitalfew/contract/run.ts'
import { Tag } from '../design/tag.tsx'
import { placeOfTier, useTitles } from './tier-titles.tsx'

export function TierTag(props: { tier: Tier | undefined }) {
  const titles = useTitles()
  if (props.tier === undefined) return '–'
  return <Tag tone={titles.tone(props.tier)}>{titles.tier(props.tier)}</Tag>
}

/** The place of a tier among the usual ones. */
export function tierOrder(tier: Tier | undefined): number | null {
  return placeOfTier(tier, null)
}
