import { useQuery } from '@tanstack/react-query'
import type { StudioFeature } from '@vitalfew/contract/api/segments.ts'
import { comparesByGower } from '@vitalfew/contract/compares-by-gower.ts'
import { Button, Checkbox, Form, InputNumber, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { api } from '../app/api.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import {
  clusterKinds,
  distances,
  methods,
  missingRules,
  scales,
  transforms,
  usualDraft,
  type TrialDraft,
} from './trial-draft.ts'

/** What to group by, and how. */
export function TrialForm(props: {
  features: readonly StudioFeature[]
  isRunning: boolean
  onStart: (draft: TrialDraft) => void
}) {
  const { t } = useReader()
  const [draft, setDraft] = useState(usualDraft)
  const put = (part: Partial<TrialDraft>) => setDraft((known) => ({ ...known, ...part }))
  return (
    <Card title={t('segments.form.title')}>
      <Form layout="vertical" className="vf-trial-form" onFinish={() => props.onStart(draft)}>
        <Field label={t('segments.form.features')} isWide>
          {(id) => (
            <Select<string[]>
              id={id}
              mode="multiple"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('segments.form.featuresHint')}
              value={[...draft.features]}
              options={featureOptions(props.features, t)}
              onChange={(features) => put({ features })}
            />
          )}
        </Field>
        <Rules draft={draft} onChange={put} />
        <ClusterNumbers draft={draft} onChange={put} />
        <Earlier draft={draft} onChange={put} />
        <div className="vf-trial-foot">
          <Checkbox checked={draft.umap} onChange={(event) => put({ umap: event.target.checked })}>
            {t('segments.form.umap')}
          </Checkbox>
          <Button type="primary" htmlType="submit" loading={props.isRunning}>
            {t('segments.form.start')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

interface Part {
  draft: TrialDraft
  onChange: (part: Partial<TrialDraft>) => void
}

function Rules({ draft, onChange }: Part) {
  const { t } = useReader()
  return (
    <>
      <Choice
        label={t('segments.form.transform')}
        value={draft.transform}
        options={transforms.map((value) => ({ value, label: t(`segments.transform.${value}`) }))}
        onChange={(transform) => onChange({ transform })}
      />
      <Choice
        label={t('segments.form.scale')}
        value={draft.scale}
        options={scales.map((value) => ({ value, label: t(`segments.scale.${value}`) }))}
        onChange={(scale) => onChange({ scale })}
      />
      <Choice
        label={t('segments.form.missing')}
        value={draft.missing}
        options={missingRules.map((value) => ({ value, label: t(`segments.missing.${value}`) }))}
        onChange={(missing) => onChange({ missing })}
      />
      <Choice
        label={t('segments.form.method')}
        value={draft.method}
        options={methods.map((value) => ({ value, label: t(`segmentation.method.${value}`) }))}
        onChange={(method) =>
          onChange({ method, ...(comparesByGower(method) ? {} : { distance: 'euclidean' as const }) })
        }
      />
      {comparesByGower(draft.method) && (
        <Choice
          label={t('segments.form.distance')}
          note={t('segments.form.distanceHint')}
          value={draft.distance}
          options={distances.map((value) => ({ value, label: t(`segments.distance.${value}`) }))}
          onChange={(distance) => onChange({ distance })}
        />
      )}
    </>
  )
}

function Earlier({ draft, onChange }: Part) {
  const { t } = useReader()
  const saved = useQuery(api.segments.list.queryOptions({ staleTime: 60_000 })).data?.segmentations ?? []
  if (saved.length === 0) return null
  return (
    <Field label={t('segments.form.earlier')} note={t('segments.form.earlierHint')}>
      {(id) => (
        <Select<string | null>
          id={id}
          allowClear
          value={draft.earlier}
          options={saved.map((one) => ({
            value: one.id,
            label: t('segments.saved.title', { name: one.name, version: one.version }),
          }))}
          onChange={(earlier) => onChange({ earlier: earlier ?? null })}
        />
      )}
    </Field>
  )
}

function featureOptions(features: readonly StudioFeature[], t: ReturnType<typeof useReader>['t']) {
  const option = ({ name, title, isSuggested }: StudioFeature) => ({
    value: name,
    label: isSuggested ? `${title} · ${t('segments.feature.suggested')}` : title,
  })
  return [
    { label: t('segments.feature.figures'), options: features.filter(({ kind }) => kind !== 'category').map(option) },
    {
      label: t('segments.feature.categories'),
      options: features.filter(({ kind }) => kind === 'category').map(option),
    },
  ]
}

function Field(props: { label: string; note?: string; isWide?: boolean; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={props.isWide === true ? 'vf-trial-field vf-trial-wide' : 'vf-trial-field'}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      {props.note !== undefined && <small>{props.note}</small>}
    </div>
  )
}

function Choice<Value extends string>(props: {
  label: string
  note?: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
}) {
  return (
    <Field label={props.label} {...(props.note === undefined ? {} : { note: props.note })}>
      {(id) => <Select<Value> id={id} value={props.value} options={props.options} onChange={props.onChange} />}
    </Field>
  )
}

function ClusterNumbers({ draft, onChange }: Part) {
  const { t } = useReader()
  const number = (part: 'from' | 'to', label: string) => (
    <InputNumber<number>
      aria-label={label}
      min={2}
      max={20}
      precision={0}
      value={draft[part]}
      onChange={(value) => onChange({ [part]: value ?? 2 })}
    />
  )
  return (
    <div className="vf-trial-field">
      <span>{t('segments.form.clusters')}</span>
      <div className="vf-bar-row">
        <SegmentedControl
          label={t('segments.form.clusters')}
          value={draft.clusters}
          options={clusterKinds.map((value) => ({ value, label: t(`segments.form.kind.${value}`) }))}
          onChange={(clusters) => onChange({ clusters })}
        />
        {draft.clusters !== 'auto' &&
          number('from', t(draft.clusters === 'fixed' ? 'segments.form.clusters' : 'segments.form.from'))}
        {draft.clusters === 'range' && number('to', t('segments.form.to'))}
      </div>
    </div>
  )
}
