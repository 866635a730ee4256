import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportSource, SourceSettings } from '@vitalfew/contract/api/import-sources.ts'
import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { useReader } from '../../design/reader.tsx'
import { importKinds } from '../import-kinds.ts'
import { MoneyFields } from '../money-fields.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { changeOf, formOf, type SourceForm } from './source-form.ts'
import { ReadingFields } from './reading-fields.tsx'

export interface FormPart {
  form: SourceForm
  onChange: (change: Partial<SourceForm>) => void
}

/** How a source is called and read, where it is fetched from, and when. */
export function SourceDrawer(props: {
  source: ImportSource | null
  folders: readonly string[]
  timeZone: string
  mayConnect: boolean
  onClose: () => void
}) {
  const { t } = useReader()
  const { source, mayConnect, onClose } = props
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form, setForm] = useState(() => formOf(source))
  const [settings, setSettings] = useState<SourceSettings>(source?.settings ?? {})
  const save = useMutation({
    mutationFn: () => client.importSources.save(changeOf(form, { source, settings, mayConnect })),
    onSuccess: async () => {
      message.success(t('app.settings.saved'))
      await queries.invalidateQueries({ queryKey: api.importSources.key() })
      onClose()
    },
  })
  const onChange = (change: Partial<SourceForm>) => setForm((before) => ({ ...before, ...change }))
  const part = { form, onChange }
  return (
    <Drawer
      open
      size="large"
      title={source === null ? t('app.sources.connect') : t('app.sources.editOf', { source: source.title })}
      onClose={onClose}
      footer={
        <div className="vf-wizard-foot vf-drawer-foot">
          <Button onClick={onClose}>{t('identity.page.cancel')}</Button>
          <Button
            type="primary"
            disabled={form.name.trim() === ''}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('app.action.save')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" className="vf-source-form">
        <FaultLine fault={save.error} />
        <Naming {...part} isNew={source === null} />
        {mayConnect && <ConnectionFields {...part} folders={props.folders} timeZone={props.timeZone} />}
        {form.kind === 'sales' && <MoneyFields value={settings} remembered={{}} onChange={setSettings} />}
        <ReadingFields {...part} />
      </Form>
    </Drawer>
  )
}

function Naming({ form, onChange, isNew }: FormPart & { isNew: boolean }) {
  const { t } = useReader()
  return (
    <>
      {isNew && (
        <Form.Item label={t('app.import.kind')} htmlFor="source-kind">
          <Select
            id="source-kind"
            value={form.kind}
            options={importKinds.map((name) => ({ value: name, label: t(`imports.kind.${name}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
        </Form.Item>
      )}
      {isNew && (
        <Form.Item label={t('app.sources.code')} htmlFor="source-name" extra={t('app.sources.codeNote')}>
          <Input
            id="source-name"
            maxLength={100}
            value={form.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Form.Item>
      )}
      <Form.Item
        label={t('app.sources.title')}
        htmlFor="source-title"
        extra={t('app.sources.titleNote', { name: form.name })}
      >
        <Input
          id="source-title"
          maxLength={100}
          value={form.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Form.Item>
    </>
  )
}
