import { Select } from 'antd'
import { useReader } from '../design/reader.tsx'
import type { PartProps } from './part-props.ts'

const usual = 12

/** How far ahead. */
export function MonthsChoice(props: PartProps) {
  const { t, format } = useReader()
  const { search, onChange } = props
  const options = [...new Set([3, 6, usual, 18, 24, search.months ?? usual])].toSorted((one, other) => one - other)
  return (
    <label className="vf-habit-choice">
      <span>{t('habits.choice.months')}</span>
      <Select
        aria-label={t('habits.choice.months')}
        value={search.months ?? usual}
        options={options.map((value) => ({ value, label: format.count(value) }))}
        onChange={(months) => onChange({ months: months === usual ? undefined : months })}
      />
    </label>
  )
}
