import type { TierRule } from '@vitalfew/contract/selection-tiers.ts'
import { Button, Segmented, Select } from 'antd'
import { useReader } from '../../design/reader.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { FigureInput } from './figure-input.tsx'
import { useMetrics } from './studio-draft.tsx'

type Change = (rule: TierRule) => void

/** What it takes to come into a tier, and what to stay in it. */
export function RuleEditor(props: { rule: TierRule; onChange: Change }) {
  const { rule, onChange } = props
  switch (rule.kind) {
    case 'rest':
      return null
    case 'rules':
      return <ConditionRule rule={rule} onChange={onChange} />
    case 'score':
    case 'top':
    case 'share':
    case 'capacity':
      return (
        <div className="vf-target">
          <Bounds rule={rule} onChange={onChange} />
          {rule.kind === 'share' && <ShareLimits rule={rule} onChange={onChange} />}
          {rule.kind === 'capacity' && <CapacityNeed rule={rule} onChange={onChange} />}
        </div>
      )
  }
}

type Bounded = Extract<TierRule, { kind: 'score' | 'top' | 'share' | 'capacity' }>

function Bounds(props: { rule: Bounded; onChange: Change }) {
  const { t } = useReader()
  const { rule, onChange } = props
  const { exit, ...entry } = rule
  const unit = rule.kind === 'share' ? 'share' : 'number'
  const whole = (value: number) => (rule.kind === 'top' ? Math.round(value) : value)
  const most = rule.kind === 'share' ? { max: 1 } : rule.kind === 'score' ? { max: 100 } : {}
  return (
    <>
      <label>
        <span>{t('studio.rule.enter')}</span>
        <FigureInput
          label={t('studio.rule.enter')}
          unit={unit}
          min={0}
          {...most}
          value={rule.enter}
          onChange={(value) => onChange({ ...rule, enter: whole(value ?? 0) })}
        />
      </label>
      <label>
        <span>{t('studio.rule.exit')}</span>
        <FigureInput
          label={t('studio.rule.exit')}
          unit={unit}
          min={0}
          {...most}
          placeholder={t('studio.rule.same')}
          value={exit}
          onChange={(value) => onChange(value === undefined ? entry : { ...rule, exit: whole(value) })}
        />
      </label>
    </>
  )
}

function ShareLimits(props: { rule: Extract<TierRule, { kind: 'share' }>; onChange: Change }) {
  const { t } = useReader()
  const { rule, onChange } = props
  return (['minimum', 'maximum'] as const).map((name) => {
    const { [name]: value, ...rest } = rule
    return (
      <label key={name}>
        <span>{t(`studio.rule.${name}`)}</span>
        <FigureInput
          label={t(`studio.rule.${name}`)}
          min={name === 'maximum' ? 1 : 0}
          value={value}
          placeholder={t('studio.act.free')}
          onChange={(next) => onChange(next === undefined ? rest : { ...rule, [name]: Math.round(next) })}
        />
      </label>
    )
  })
}

function CapacityNeed(props: { rule: Extract<TierRule, { kind: 'capacity' }>; onChange: Change }) {
  const { t } = useReader()
  const { options } = useMetrics()
  const { rule, onChange } = props
  const { need, needPerAccount, ...rest } = rule
  const isEach = need === undefined
  return (
    <>
      <label>
        <span>{t('studio.rule.need')}</span>
        <Segmented<'each' | 'figure'>
          value={isEach ? 'each' : 'figure'}
          options={[
            { value: 'each', label: t('studio.rule.needEach') },
            { value: 'figure', label: t('studio.rule.needFigure') },
          ]}
          onChange={(how) =>
            onChange(how === 'each' ? { ...rest, needPerAccount: 1 } : { ...rest, need: options[0]?.value ?? 'orders' })
          }
        />
      </label>
      {isEach ? (
        <label>
          <span>{t('studio.rule.perAccount')}</span>
          <FigureInput
            label={t('studio.rule.perAccount')}
            value={needPerAccount}
            min={0}
            onChange={(value) => onChange({ ...rest, needPerAccount: value === undefined || value <= 0 ? 1 : value })}
          />
        </label>
      ) : (
        <label>
          <span>{t('studio.rule.needFigure')}</span>
          <Select<string>
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('studio.rule.needFigure')}
            value={need}
            options={options}
            onChange={(metric) => onChange({ ...rest, need: metric })}
          />
        </label>
      )}
    </>
  )
}

function ConditionRule(props: { rule: Extract<TierRule, { kind: 'rules' }>; onChange: Change }) {
  const { t } = useReader()
  const { rule, onChange } = props
  const { exit, ...entry } = rule
  return (
    <div className="vf-form-stack">
      <span className="vf-note">{t('studio.rule.enter')}</span>
      <ConditionEditor
        condition={'all' in rule.enter || 'any' in rule.enter ? rule.enter : { all: [rule.enter] }}
        onChange={(enter) => onChange({ ...rule, enter })}
      />
      {exit === undefined ? (
        <Button size="small" onClick={() => onChange({ ...rule, exit: rule.enter })}>
          {t('studio.rule.addExit')}
        </Button>
      ) : (
        <>
          <span className="vf-note">{t('studio.rule.exit')}</span>
          <ConditionEditor
            condition={'all' in exit || 'any' in exit ? exit : { all: [exit] }}
            onChange={(next) => onChange({ ...rule, exit: next })}
            onRemove={() => onChange(entry)}
          />
        </>
      )}
    </div>
  )
}
