import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useReader } from '../../design/reader.tsx'
import { fieldName } from '../field-name.ts'
import type { FormPart } from './source-drawer.tsx'

const policies = ['ask', 'replace', 'append', 'skip'] as const

/** How the next file is read: days that are there already, columns, and words that stand for others. */
export function ReadingFields({ form, onChange }: FormPart) {
  const { t } = useReader()
  return (
    <>
      <Form.Item label={t('app.import.overlap')} htmlFor="source-overlap" extra={t('app.sources.overlapNote')}>
        <Select
          id="source-overlap"
          value={form.onOverlap}
          options={policies.map((policy) => ({
            value: policy,
            label: policy === 'ask' ? t('app.sources.ask') : t(`imports.policy.${policy}`),
          }))}
          onChange={(onOverlap) => onChange({ onOverlap })}
        />
      </Form.Item>
      {Object.keys(form.mapping).length > 0 && (
        <details>
          <summary>{t('app.import.mapping')}</summary>
          <p className="vf-note">{t('app.sources.mappingNote')}</p>
          {Object.entries(form.mapping).map(([field, header]) => (
            <Form.Item key={field} label={fieldName(field, t)} htmlFor={`source-map-${field}`}>
              <Input
                id={`source-map-${field}`}
                maxLength={1000}
                value={header}
                onChange={(event) => onChange({ mapping: { ...form.mapping, [field]: event.target.value } })}
              />
            </Form.Item>
          ))}
        </details>
      )}
      <WordFixes form={form} onChange={onChange} />
    </>
  )
}

const parts = ['column', 'from', 'to'] as const

function WordFixes({ form, onChange }: FormPart) {
  const { t } = useReader()
  const { fixes } = form
  const write = (index: number, change: Partial<(typeof fixes)[number]>) =>
    onChange({ fixes: fixes.map((fix, at) => (at === index ? { ...fix, ...change } : fix)) })
  return (
    <fieldset className="vf-word-fixes">
      <legend>{t('app.sources.fixes')}</legend>
      <p className="vf-note">{t('app.sources.fixesNote')}</p>
      {fixes.map((fix, index) => (
        <div key={index} className="vf-word-fix">
          {parts.map((part) => (
            <Input
              key={part}
              aria-label={t(`app.sources.fixPart.${part}`)}
              placeholder={t(`app.sources.fixPart.${part}`)}
              maxLength={1000}
              value={fix[part]}
              onChange={(event) => write(index, { [part]: event.target.value })}
            />
          ))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('app.sources.removeFix')}
            onClick={() => onChange({ fixes: fixes.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange({ fixes: [...fixes, { column: '', from: '', to: '' }] })}
      >
        {t('app.sources.addFix')}
      </Button>
    </fieldset>
  )
}
