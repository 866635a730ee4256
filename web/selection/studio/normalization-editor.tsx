import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Normalization, SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import { Button, Segmented, Select } from 'antd'
import { useReader } from '../../design/reader.tsx'
import { FigureInput } from './figure-input.tsx'
import { useMetrics } from './studio-draft.tsx'

const methods = ['percentile', 'min-max', 'z-score', 'log', 'target', 'piecewise'] as const
type Method = (typeof methods)[number]
type Ranked = Extract<Normalization, { method: 'percentile' | 'min-max' | 'z-score' | 'log' }>

/** How figures become values from 0 to 1: which way is better, by what method, and where outliers are capped. */
export function NormalizationEditor(props: {
  criterion: SelectionCriterion
  onChange: (criterion: SelectionCriterion) => void
}) {
  const { t } = useReader()
  const { unit } = useMetrics()
  const { criterion, onChange } = props
  const rule = criterion.normalization
  const method = rule?.method ?? (criterion.scale === undefined ? 'percentile' : 'own')
  const put = (normalization: Normalization) => onChange({ ...criterion, normalization })
  const { normalization: _dropped, ...withoutRule } = criterion
  const own = { value: 'own' as const, label: t('studio.normal.own') }
  return (
    <>
      <label>
        <span>{t('studio.normal.title')}</span>
        <Select<Method | 'own'>
          aria-label={t('studio.normal.title')}
          value={method}
          options={[
            ...(criterion.scale === undefined ? [] : [own]),
            ...methods.map((value) => ({ value, label: t(`studio.normal.method.${value}`) })),
          ]}
          onChange={(wanted) => (wanted === 'own' ? onChange(withoutRule) : put(ruleOf(wanted, rule)))}
        />
      </label>
      {rule?.method === 'target' ? (
        <TargetFields rule={rule} unit={unit(criterion.metric ?? '')} onChange={put} />
      ) : rule?.method === 'piecewise' ? (
        <PointFields rule={rule} unit={unit(criterion.metric ?? '')} onChange={put} />
      ) : (
        method !== 'own' && <RankedFields rule={rankedOf(rule)} onChange={put} />
      )}
    </>
  )
}

function rankedOf(rule: Normalization | undefined): Ranked {
  return rule === undefined || rule.method === 'target' || rule.method === 'piecewise' ? { method: 'percentile' } : rule
}

/** Another method; what both have in common stays. */
function ruleOf(method: Method, before: Normalization | undefined): Normalization {
  if (method === 'target') return { method, lowest: 0, from: 40, to: 60, highest: 100 }
  if (method === 'piecewise')
    return {
      method,
      points: [
        { figure: 0, value: 0 },
        { figure: 100, value: 1 },
      ],
    }
  return { ...rankedOf(before), method }
}

function RankedFields(props: { rule: Ranked; onChange: (rule: Normalization) => void }) {
  const { t } = useReader()
  const { rule, onChange } = props
  const { caps, ...uncapped } = rule
  return (
    <>
      <label>
        <span>{t('studio.normal.direction')}</span>
        <Segmented<'higher' | 'lower'>
          value={rule.direction ?? 'higher'}
          options={(['higher', 'lower'] as const).map((value) => ({ value, label: t(`studio.normal.${value}`) }))}
          onChange={(direction) => onChange({ ...rule, direction })}
        />
      </label>
      <label>
        <span>{t('studio.normal.caps')}</span>
        <Select<string>
          aria-label={t('studio.normal.caps')}
          value={caps === undefined ? '0' : String(caps.low)}
          options={['0', '0.01', '0.05', '0.1'].map((value) => ({
            value,
            label: value === '0' ? t('studio.normal.noCaps') : t('studio.normal.cap', { share: Number(value) * 100 }),
          }))}
          onChange={(low) =>
            onChange(low === '0' ? uncapped : { ...rule, caps: { low: Number(low), high: 1 - Number(low) } })
          }
        />
      </label>
    </>
  )
}

type Unit = Parameters<typeof FigureInput>[0]['unit']

function TargetFields(props: {
  rule: Extract<Normalization, { method: 'target' }>
  unit: Unit
  onChange: (rule: Normalization) => void
}) {
  const { t } = useReader()
  const { rule, onChange } = props
  return (
    <div className="vf-target">
      {(['lowest', 'from', 'to', 'highest'] as const).map((name) => (
        <label key={name}>
          <span>{t(`studio.normal.target.${name}`)}</span>
          <FigureInput
            label={t(`studio.normal.target.${name}`)}
            value={rule[name]}
            {...(props.unit === undefined ? {} : { unit: props.unit })}
            onChange={(value) => onChange(ordered({ ...rule, [name]: value ?? 0 }, name))}
          />
        </label>
      ))}
    </div>
  )
}

const order = ['lowest', 'from', 'to', 'highest'] as const
type Target = Extract<Normalization, { method: 'target' }>

/** A bound pushes the others before it rather than passing them. */
function ordered(rule: Target, moved: (typeof order)[number]): Target {
  const at = order.indexOf(moved)
  const pushed = order.map((name, place) =>
    place < at ? Math.min(rule[name], rule[moved]) : Math.max(rule[name], rule[moved]),
  )
  const [lowest = 0, from = 0, to = 0, highest = 0] = pushed
  return { method: 'target', lowest, from, to, highest }
}

function PointFields(props: {
  rule: Extract<Normalization, { method: 'piecewise' }>
  unit: Unit
  onChange: (rule: Normalization) => void
}) {
  const { t } = useReader()
  const { rule, onChange } = props
  const put = (points: typeof rule.points) => onChange({ ...rule, points })
  const last = rule.points.at(-1)
  return (
    <div className="vf-form-stack">
      {rule.points.map((point, place) => {
        const write = (part: Partial<typeof point>) =>
          put(rule.points.map((each, index) => (index === place ? { ...each, ...part } : each)))
        return (
          <div key={place} className="vf-condition-line">
            <FigureInput
              label={t('studio.normal.figure', { number: place + 1 })}
              value={point.figure}
              {...(props.unit === undefined ? {} : { unit: props.unit })}
              onChange={(figure) => write({ figure: figure ?? 0 })}
            />
            <span>→</span>
            <FigureInput
              label={t('studio.normal.value', { number: place + 1 })}
              unit="share"
              min={0}
              max={1}
              value={point.value}
              onChange={(value) => write({ value: value ?? 0 })}
            />
            {rule.points.length > 2 && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('studio.normal.removePoint', { number: place + 1 })}
                onClick={() => put(rule.points.filter((_, index) => index !== place))}
              />
            )}
          </div>
        )
      })}
      {isAscending(rule.points) || <p className="vf-note vf-down">{t('studio.normal.ascending')}</p>}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => put([...rule.points, { figure: (last?.figure ?? 0) + 1, value: last?.value ?? 1 }])}
      >
        {t('studio.normal.addPoint')}
      </Button>
    </div>
  )
}

function isAscending(points: readonly { figure: number }[]): boolean {
  return points.every(({ figure }, place) => figure > (points[place - 1]?.figure ?? -Infinity))
}
