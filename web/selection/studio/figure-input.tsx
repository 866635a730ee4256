import type { ModelMetric } from '@vitalfew/contract/api/selection-models.ts'
import { InputNumber } from 'antd'

/** A figure in the unit that people write it in: shares and changes as percentages. */
export function FigureInput(props: {
  label: string
  value: number | undefined
  unit?: ModelMetric['unit']
  min?: number
  max?: number
  placeholder?: string
  onChange: (value: number | undefined) => void
}) {
  const isPercent = props.unit === 'share' || props.unit === 'change'
  const factor = isPercent ? 100 : 1
  const scaled = (value: number | undefined) => (value === undefined ? undefined : tidy(value * factor))
  return (
    <InputNumber<number>
      className="vf-figure-input"
      aria-label={props.label}
      value={scaled(props.value) ?? null}
      min={scaled(props.min) ?? Number.MIN_SAFE_INTEGER}
      max={scaled(props.max) ?? Number.MAX_SAFE_INTEGER}
      controls={false}
      placeholder={props.placeholder ?? ''}
      suffix={isPercent ? '%' : undefined}
      onChange={(value) => props.onChange(value === null ? undefined : tidy(value / factor))}
    />
  )
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
