import type { SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import { Switch } from 'antd'
import { useReader } from '../../design/reader.tsx'
import { FigureInput } from './figure-input.tsx'
import { useMetrics } from './studio-draft.tsx'

/** Whether somebody can do something about a figure, how far, in which steps and at what cost: what ways up may propose. */
export function ActionableEditor(props: {
  criterion: SelectionCriterion
  onChange: (criterion: SelectionCriterion) => void
}) {
  const { t } = useReader()
  const { unit } = useMetrics()
  const { criterion, onChange } = props
  const { actionable, ...fixed } = criterion
  const own = unit(criterion.metric ?? '')
  const field = (name: 'maximumChange' | 'minimum' | 'maximum' | 'step' | 'costPerUnit') => (
    <label key={name}>
      <span>{t(`studio.act.${name}`)}</span>
      <FigureInput
        label={t(`studio.act.${name}`)}
        value={actionable?.[name]}
        unit={name === 'maximumChange' ? 'share' : name === 'costPerUnit' ? 'number' : own}
        {...(name === 'minimum' || name === 'maximum' ? {} : { min: 0 })}
        placeholder={t(name === 'costPerUnit' ? 'studio.act.noCost' : 'studio.act.free')}
        onChange={(value) => {
          const { [name]: _before, ...others } = actionable ?? {}
          const isUsable = value !== undefined && (value > 0 || name === 'minimum' || name === 'maximum')
          onChange({ ...fixed, actionable: isUsable ? { ...others, [name]: value } : others })
        }}
      />
    </label>
  )
  return (
    <>
      <label>
        <span>{t('studio.act.title')}</span>
        <span>
          <Switch
            aria-label={t('studio.act.title')}
            checked={actionable !== undefined}
            onChange={(isOn) => onChange(isOn ? { ...fixed, actionable: {} } : fixed)}
          />
        </span>
      </label>
      {actionable !== undefined && (
        <div className="vf-target">
          {(['maximumChange', 'minimum', 'maximum', 'step', 'costPerUnit'] as const).map(field)}
        </div>
      )}
    </>
  )
}
