import { Select } from 'antd'
import { useReader } from '../design/reader.tsx'

/** One choice of some, or what the sales suggest. */
export function ChoiceSelect<Value extends string>(props: {
  label: string
  value: Value | undefined
  options: readonly { value: Value; label: string }[]
  /** What leaving it open is called. */
  open?: string
  onChange: (value: Value | undefined) => void
}) {
  const { t } = useReader()
  const { options, onChange } = props
  return (
    <label className="vf-habit-choice">
      <span>{props.label}</span>
      <Select
        aria-label={props.label}
        value={props.value ?? ''}
        popupMatchSelectWidth={false}
        options={[{ value: '', label: props.open ?? t('habits.choice.auto') }, ...options]}
        onChange={(value) => onChange(options.find((option) => option.value === value)?.value)}
      />
    </label>
  )
}
