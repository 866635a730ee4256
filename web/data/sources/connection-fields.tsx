import { AutoComplete, Form, Input, Select } from 'antd'
import { useReader } from '../../design/reader.tsx'
import type { FormPart } from './source-drawer.tsx'
import { weekdayName } from './source-words.ts'

const originKinds = ['none', 'address', 'folder'] as const

/** Where the server fetches from, and when. */
export function ConnectionFields(props: FormPart & { folders: readonly string[]; timeZone: string }) {
  const { t } = useReader()
  const { form, onChange } = props
  return (
    <>
      <Form.Item label={t('app.sources.from')} htmlFor="source-origin">
        <Select
          id="source-origin"
          value={form.originKind}
          options={originKinds.map((kind) => ({ value: kind, label: t(`app.sources.originKind.${kind}`) }))}
          onChange={(originKind) => onChange({ originKind, every: 'never' })}
        />
      </Form.Item>
      {form.originKind === 'address' && <Address form={form} onChange={onChange} />}
      {form.originKind === 'folder' && (
        <Form.Item
          label={t('app.sources.folder')}
          htmlFor="source-folder"
          extra={t('app.sources.folderNote', { folders: props.folders.join(t('report.listComma')) })}
        >
          <AutoComplete
            id="source-folder"
            value={form.folder}
            options={props.folders.map((folder) => ({ value: folder }))}
            onChange={(folder: string) => onChange({ folder })}
          />
        </Form.Item>
      )}
      {form.originKind !== 'none' && <When {...props} />}
    </>
  )
}

function Address({ form, onChange }: FormPart) {
  const { t } = useReader()
  const isDatabase = /^(?:postgres|clickhouse|mysql|mariadb)/i.test(form.from.trim())
  return (
    <>
      <Form.Item label={t('app.sources.address')} htmlFor="source-from" extra={t('app.sources.addressNote')}>
        <Input
          id="source-from"
          maxLength={2000}
          placeholder="postgres://reader:{env:SOURCE_DW}@dw.example/sales"
          value={form.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
      </Form.Item>
      {isDatabase && (
        <Form.Item label={t('app.sources.query')} htmlFor="source-query" extra={t('app.sources.queryNote')}>
          <Input.TextArea
            id="source-query"
            rows={4}
            maxLength={20_000}
            placeholder="SELECT * FROM orders"
            value={form.query}
            onChange={(event) => onChange({ query: event.target.value })}
          />
        </Form.Item>
      )}
      {isDatabase && (
        <Form.Item label={t('app.sources.highWater')} htmlFor="source-high" extra={t('app.sources.highWaterNote')}>
          <Input
            id="source-high"
            maxLength={200}
            value={form.highWater}
            onChange={(event) => onChange({ highWater: event.target.value })}
          />
        </Form.Item>
      )}
    </>
  )
}

function When({ form, onChange, timeZone }: FormPart & { timeZone: string }) {
  const { t, locale } = useReader()
  const choices =
    form.originKind === 'folder' ? (['never', 'arrival', 'day', 'week'] as const) : (['never', 'day', 'week'] as const)
  const isTimed = form.every === 'day' || form.every === 'week'
  return (
    <Form.Item label={t('app.sources.when')} htmlFor="source-every" extra={t('app.sources.whenNote', { timeZone })}>
      <div className="vf-when">
        <Select
          id="source-every"
          value={form.every}
          options={choices.map((every) => ({ value: every, label: t(`app.sources.every.${every}`) }))}
          onChange={(every) => onChange({ every })}
        />
        {form.every === 'week' && (
          <Select
            aria-label={t('app.sources.weekday')}
            value={form.weekday}
            options={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: weekday, label: weekdayName(weekday, locale) }))}
            onChange={(weekday) => onChange({ weekday })}
          />
        )}
        {isTimed && (
          <Input
            type="time"
            aria-label={t('app.sources.time')}
            value={form.time}
            onChange={(event) => onChange({ time: event.target.value || '02:00' })}
          />
        )}
      </div>
    </Form.Item>
  )
}
