import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { useReader } from '../design/reader.tsx'
import { fieldTitle } from './field-display.ts'
import { movedColumn, type ListColumn } from './ordered-columns.ts'

/** Which columns are shown, and in which order; kept at once. */
export function ColumnSettingsButton(props: {
  columns: readonly ListColumn[]
  onChange: (columns: readonly ListColumn[]) => void
}) {
  const { t } = useReader()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('app.columns.title')}
      content={<ColumnList {...props} />}
      destroyOnHidden
    >
      <Button icon={<SettingOutlined />}>{t('app.columns.title')}</Button>
    </Popover>
  )
}

function ColumnList(props: { columns: readonly ListColumn[]; onChange: (columns: readonly ListColumn[]) => void }) {
  const { t } = useReader()
  const { columns, onChange } = props
  const [text, setText] = useState('')
  const show = (column: ListColumn, isShown: boolean) =>
    onChange(columns.map((known) => (known.field === column.field ? { ...known, isShown } : known)))
  const found = columns.slice(1).filter(({ field }) => fieldTitle(field, t).toLowerCase().includes(text.toLowerCase()))
  return (
    <div className="vf-columns">
      <Input.Search
        allowClear
        placeholder={t('app.columns.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul>
        {found.map((column) => {
          const title = fieldTitle(column.field, t)
          return (
            <li key={column.field}>
              <Checkbox checked={column.isShown} onChange={(event) => show(column, event.target.checked)}>
                {title}
              </Checkbox>
              <span>
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowUpOutlined />}
                  aria-label={t('app.columns.up', { title })}
                  onClick={() => onChange(movedColumn(columns, { field: column.field, by: -1 }))}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<ArrowDownOutlined />}
                  aria-label={t('app.columns.down', { title })}
                  onClick={() => onChange(movedColumn(columns, { field: column.field, by: 1 }))}
                />
              </span>
            </li>
          )
        })}
      </ul>
      <Button size="small" onClick={() => onChange([])}>
        {t('app.columns.usual')}
      </Button>
    </div>
  )
}
