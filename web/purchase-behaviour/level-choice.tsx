import { useReader } from '../design/reader.tsx'
import { levels } from './behaviour-search.ts'
import { ChoiceSelect } from './choice-select.tsx'
import type { PartProps } from './part-props.ts'

/** Whether products or categories are looked at. */
export function LevelChoice(props: PartProps) {
  const { t } = useReader()
  return (
    <ChoiceSelect
      label={t('habits.choice.level')}
      value={props.search.level}
      options={levels.map((level) => ({ value: level, label: t(`habits.choice.${level}`) }))}
      onChange={(level) => props.onChange({ level })}
    />
  )
}
