import { DeleteOutlined } from '@ant-design/icons'
import { accountFields, type AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { Button, Input, Select } from 'antd'
import { useReader } from '../design/reader.tsx'
import { fieldTitle } from './field-display.ts'
import { emptyCondition, factorOf, operatorsOf, type DraftCondition, type Operator } from './filter-draft.ts'
import { useAllowedFields } from './use-allowed-fields.ts'
import { useChoices } from './use-choices.ts'

/** One comparison: a field, how, and with what. */
export function ConditionLine(props: {
  condition: DraftCondition
  onChange: (condition: DraftCondition) => void
  onRemove: () => void
}) {
  const { t } = useReader()
  const { condition, onChange } = props
  const allowed = useAllowedFields()
  const operatorName = (operator: Operator) =>
    accountFields[condition.field].kind === 'day' && ['gt', 'gte', 'lt', 'lte'].includes(operator)
      ? t(`app.filter.day.${operator}`)
      : t(`app.filter.operator.${operator}`)
  return (
    <div className="vf-condition">
      <Select<AccountField>
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('app.filter.field')}
        value={condition.field}
        options={allowed.map((field) => ({ value: field, label: fieldTitle(field, t) }))}
        onChange={(field) => onChange({ ...emptyCondition(field), id: condition.id })}
      />
      <Select<Operator>
        aria-label={t('app.filter.how')}
        value={condition.operator}
        options={operatorsOf(condition.field).map((value) => ({ value, label: operatorName(value) }))}
        onChange={(operator) => onChange({ ...condition, operator })}
      />
      <Operand condition={condition} onChange={onChange} />
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('app.filter.remove')} onClick={props.onRemove} />
    </div>
  )
}

function Operand(props: { condition: DraftCondition; onChange: (condition: DraftCondition) => void }) {
  const { t } = useReader()
  const { condition, onChange } = props
  const choices = useChoices()
  const kind = accountFields[condition.field].kind
  const unit = factorOf(condition.field) === 100 ? '%' : undefined
  const input = (part: 'text' | 'from' | 'to', label: string) => (
    <Input
      key={part}
      type={kind === 'day' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      aria-label={label}
      placeholder={label}
      value={condition[part]}
      suffix={unit}
      onChange={(event) => onChange({ ...condition, [part]: event.target.value })}
    />
  )
  switch (condition.operator) {
    case 'isNull':
    case 'isNotNull':
      return <span />
    case 'in':
    case 'notIn':
      return (
        <Select<string[]>
          mode={choices(condition.field).length === 0 ? 'tags' : 'multiple'}
          aria-label={t('app.filter.values')}
          value={[...condition.values]}
          options={choices(condition.field)}
          onChange={(values) => onChange({ ...condition, values })}
        />
      )
    case 'between':
      return (
        <span className="vf-between">
          {input('from', t('app.filter.from'))}
          {input('to', t('app.filter.to'))}
        </span>
      )
    default:
      return input('text', t('app.filter.value'))
  }
}
