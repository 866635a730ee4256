import type { ChurnLevel } from '@vitalfew/contract/churn.ts'
import { useReader } from '../design/reader.tsx'

/** The graver the level, the fuller the colour; unlike any tag of a tier, beside which it stands. */
export function LevelTag(props: { level: ChurnLevel }) {
  const { t } = useReader()
  return <span className={`vf-tag vf-level-${props.level}`}>{t(`churn.level.${props.level}`)}</span>
}
