import { DownOutlined, UpOutlined } from '@ant-design/icons'
import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { Badge, Button, Form, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useReader } from '../design/reader.tsx'
import { fieldTitle } from './field-display.ts'
import { FilterBuilder } from './filter-builder.tsx'
import { conditionCount, joinFilter, quickFields, splitFilter, type QuickField } from './filter-parts.ts'
import { useChoices } from './use-choices.ts'

/** Fields that are always seen; the others unfold. */
const firstFields = 3

export interface Question {
  search: string | undefined
  filter: AccountFilter | undefined
}

type Values = Partial<Record<QuickField, string[]>> & { search?: string }

/** What the list is asked: a name, a few choices, and whatever else the builder can say. */
export function QueryForm(props: { question: Question; onAsk: (question: Question) => void }) {
  const { t } = useReader()
  const { question, onAsk } = props
  const [form] = Form.useForm<Values>()
  const [isOpen, setOpen] = useState(false)
  const [isBuilding, setBuilding] = useState(false)
  const choices = useChoices()
  const { quick, built } = splitFilter(question.filter)
  useEffect(() => {
    form.resetFields()
    form.setFieldsValue({ search: question.search ?? '', ...copied(splitFilter(question.filter).quick) })
  }, [form, question.search, question.filter])
  const offered = quickFields.filter((field) => choices(field).length > 0 || quick[field] !== undefined)
  const ask = ({ search, ...values }: Values) =>
    onAsk({ search: search?.trim() || undefined, filter: joinFilter({ quick: values, built }) })
  return (
    <Form form={form} className="vf-query" role="search" onFinish={ask} layout="vertical">
      <Form.Item name="search" label={t('app.query.search')} className="vf-query-search">
        <Input allowClear placeholder={t('app.query.searchHint')} />
      </Form.Item>
      {offered.map((field, index) => (
        <Form.Item
          key={field}
          name={field}
          label={fieldTitle(field, t)}
          hidden={!isOpen && index >= firstFields && (quick[field] ?? []).length === 0}
        >
          <Select
            mode="multiple"
            allowClear
            maxTagCount="responsive"
            options={choices(field)}
            placeholder={t('app.query.all')}
          />
        </Form.Item>
      ))}
      <QueryActions
        built={conditionCount(built)}
        canOpen={offered.length > firstFields}
        isOpen={isOpen}
        onOpen={() => setOpen(!isOpen)}
        onReset={() => onAsk({ search: undefined, filter: undefined })}
        onBuild={() => setBuilding(true)}
      />
      {isBuilding && (
        <FilterBuilder
          built={built}
          onClose={() => setBuilding(false)}
          onBuilt={(parts) => {
            setBuilding(false)
            onAsk({ search: question.search, filter: joinFilter({ quick, built: parts }) })
          }}
        />
      )}
    </Form>
  )
}

function QueryActions(props: {
  built: number
  canOpen: boolean
  isOpen: boolean
  onOpen: () => void
  onReset: () => void
  onBuild: () => void
}) {
  const { t } = useReader()
  const { isOpen } = props
  return (
    <div className="vf-query-actions">
      <Button type="primary" htmlType="submit">
        {t('app.query.ask')}
      </Button>
      <Button onClick={props.onReset}>{t('app.query.reset')}</Button>
      <Badge count={props.built} size="small" color="var(--vf-warn)">
        <Button onClick={props.onBuild}>{t('app.query.build')}</Button>
      </Badge>
      {props.canOpen && (
        <Button type="link" aria-expanded={isOpen} onClick={props.onOpen}>
          {t(isOpen ? 'app.query.less' : 'app.query.more')} {isOpen ? <UpOutlined /> : <DownOutlined />}
        </Button>
      )}
    </div>
  )
}

function copied(quick: Partial<Record<QuickField, readonly string[]>>): Partial<Record<QuickField, string[]>> {
  return Object.fromEntries(Object.entries(quick).map(([field, values]) => [field, [...values]]))
}
