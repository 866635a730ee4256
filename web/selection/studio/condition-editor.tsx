import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { AttributeCondition, MetricCondition, SelectionCondition } from '@vitalfew/contract/selection-condition.ts'
import { Button, Checkbox, Select, Space } from 'antd'
import { useReader } from '../../design/reader.tsx'
import { FigureInput } from './figure-input.tsx'
import { useDraft, useMetrics } from './studio-draft.tsx'

type Change = (condition: SelectionCondition) => void

const bounds = ['atLeast', 'above', 'atMost', 'below'] as const
type Bound = (typeof bounds)[number]

/** A condition on accounts: figures and attributes, put together by “all” and “any”, as deep as it goes. */
export function ConditionEditor(props: { condition: SelectionCondition; onChange: Change; onRemove?: () => void }) {
  const { t } = useReader()
  const { condition, onChange, onRemove } = props
  if ('not' in condition)
    return (
      <div className="vf-condition-group">
        <span className="vf-note">{t('studio.condition.not')}</span>
        <ConditionEditor condition={condition.not} onChange={(not) => onChange({ not })} {...removable(onRemove)} />
      </div>
    )
  if ('all' in condition || 'any' in condition)
    return <GroupEditor group={condition} onChange={onChange} {...removable(onRemove)} />
  if ('attribute' in condition) return <AttributeLine leaf={condition} onChange={onChange} {...removable(onRemove)} />
  return <MetricLine leaf={condition} onChange={onChange} {...removable(onRemove)} />
}

type Group = { readonly all: readonly SelectionCondition[] } | { readonly any: readonly SelectionCondition[] }

function GroupEditor(props: { group: Group; onChange: Change; onRemove?: () => void }) {
  const { t } = useReader()
  const { metrics } = useDraft()
  const { group, onChange, onRemove } = props
  const isAll = 'all' in group
  const parts = isAll ? group.all : group.any
  const put = (next: readonly SelectionCondition[]) => onChange(isAll ? { all: next } : { any: next })
  const [metric] = metrics
  return (
    <div className="vf-condition-group">
      <Space wrap>
        <Select<'all' | 'any'>
          aria-label={t('studio.condition.how')}
          value={isAll ? 'all' : 'any'}
          options={[
            { value: 'all', label: t('studio.condition.all') },
            { value: 'any', label: t('studio.condition.any') },
          ]}
          onChange={(how) => onChange(how === 'all' ? { all: parts } : { any: parts })}
        />
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => put([...parts, { metric: metric?.name ?? 'netRevenue', atLeast: 0 }])}
        >
          {t('studio.condition.add')}
        </Button>
        {onRemove !== undefined && (
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('studio.condition.remove')} onClick={onRemove} />
        )}
      </Space>
      {parts.map((part, place) => (
        <ConditionEditor
          key={place}
          condition={part}
          onChange={(next) => put(parts.map((each, index) => (index === place ? next : each)))}
          {...(parts.length > 1 ? { onRemove: () => put(parts.filter((_, index) => index !== place)) } : {})}
        />
      ))}
    </div>
  )
}

function MetricLine(props: { leaf: MetricCondition; onChange: Change; onRemove?: () => void }) {
  const { t } = useReader()
  const { title, unit } = useMetrics()
  const { leaf, onChange } = props
  const used = bounds.filter((bound) => leaf[bound] !== undefined)
  const bound: Bound = used[0] ?? 'atLeast'
  const rest = leaf.ifUnknown === undefined ? {} : { ifUnknown: leaf.ifUnknown }
  const others = Object.fromEntries(used.slice(1).map((name) => [name, leaf[name]]))
  const write = (name: Bound, value: number | undefined) =>
    onChange({ metric: leaf.metric, [name]: value ?? 0, ...others, ...rest })
  return (
    <div className="vf-condition-line">
      <SubjectSelect value={leaf.metric} {...props} />
      <Select<Bound>
        aria-label={t('studio.condition.bound')}
        value={bound}
        options={bounds.map((value) => ({ value, label: t(`studio.bound.${value}`) }))}
        onChange={(name) => write(name, leaf[bound])}
      />
      <FigureInput
        label={title(leaf.metric)}
        unit={unit(leaf.metric)}
        value={leaf[bound]}
        onChange={(value) => write(bound, value)}
      />
      <Checkbox
        checked={leaf.ifUnknown === true}
        onChange={({ target }) => onChange({ ...leaf, ifUnknown: target.checked })}
      >
        {t('studio.condition.ifUnknown')}
      </Checkbox>
      <RemoveLine {...props} />
    </div>
  )
}

function AttributeLine(props: { leaf: AttributeCondition; onChange: Change; onRemove?: () => void }) {
  const { t } = useReader()
  const { leaf, onChange } = props
  const isIn = leaf.notIn === undefined
  const values = [...(leaf.in ?? leaf.notIn ?? [])]
  const write = (is: boolean, next: readonly string[]) =>
    onChange({ attribute: leaf.attribute, ...(is ? { in: next } : { notIn: next }) })
  return (
    <div className="vf-condition-line">
      <SubjectSelect value={leaf.attribute} {...props} />
      <Select<'in' | 'notIn'>
        aria-label={t('studio.condition.bound')}
        value={isIn ? 'in' : 'notIn'}
        options={[
          { value: 'in', label: t('studio.bound.in') },
          { value: 'notIn', label: t('studio.bound.notIn') },
        ]}
        onChange={(how) => write(how === 'in', values)}
      />
      <Select<string[]>
        mode="tags"
        className="vf-condition-values"
        aria-label={t('studio.condition.values')}
        value={values}
        onChange={(next) => write(isIn, next.length === 0 ? ['–'] : next.filter((value) => value !== '–'))}
      />
      <RemoveLine {...props} />
    </div>
  )
}

/** Figures and attributes in one list: what is chosen decides what kind of condition it is. */
function SubjectSelect(props: { value: string; onChange: Change }) {
  const { t } = useReader()
  const { options } = useMetrics()
  const { attributes } = useDraft()
  return (
    <Select<string>
      className="vf-condition-subject"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('studio.condition.subject')}
      value={props.value}
      options={[
        { label: t('studio.condition.figures'), options },
        {
          label: t('studio.condition.attributes'),
          options: attributes.map((value) => ({ value, label: t(`selection.attribute.${value}`) })),
        },
      ]}
      onChange={(name) =>
        props.onChange(attributes.includes(name) ? { attribute: name, in: ['–'] } : { metric: name, atLeast: 0 })
      }
    />
  )
}

function RemoveLine(props: { onRemove?: () => void }) {
  const { t } = useReader()
  if (props.onRemove === undefined) return null
  return (
    <Button type="text" icon={<DeleteOutlined />} aria-label={t('studio.condition.remove')} onClick={props.onRemove} />
  )
}

function removable(onRemove: (() => void) | undefined) {
  return onRemove === undefined ? {} : { onRemove }
}
