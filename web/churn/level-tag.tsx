import type { ChurnLevel } from '@vitalfew/contract/churn.ts'
import { useReader } from '../design/reader.tsx'

/**
 * The graver the level, the fuller the colour; unlike any tag of a tier, beside which it stands. `named`: says what
 * the level is of, where no header does.
 */
export function LevelTag(props: { level: ChurnLevel; named?: boolean }) {
  const { t } = useReader()
  const level = t(`churn.level.${props.level}`)
  return (
    <span className={`vf-tag vf-level-${props.level}`}>
      {props.named === true && props.level !== 'left' ? t('churn.levelNamed', { level }) : level}
    </span>
  )
}
