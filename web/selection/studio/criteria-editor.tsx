import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import { Button, Collapse, Input, Select, Space } from 'antd'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { freshId, setCriteria, withMetric } from './draft-model.ts'
import { ActionableEditor } from './actionable-editor.tsx'
import { NormalizationEditor } from './normalization-editor.tsx'
import { ScaleEditor } from './scale-editor.tsx'
import { useDraft, useMetrics, useRetitled } from './studio-draft.tsx'

const most = 12
const policies = ['neutral', 'rescale', 'worst'] as const

/** What accounts are judged by: figures, or scores that people give. */
export function CriteriaEditor() {
  const { t, locale, format } = useReader()
  const { model, change, preview } = useDraft()
  const { criteria } = model
  const put = (id: string, next: SelectionCriterion) =>
    change(
      setCriteria(
        model,
        criteria.map((each) => (each.id === id ? next : each)),
      ),
    )
  const known = (id: string) => preview?.criteria.find((each) => each.id === id)?.known
  return (
    <Card title={t('studio.criteria.title')} note={t('studio.criteria.note')}>
      <Collapse
        size="small"
        accordion
        items={criteria.map((criterion) => ({
          key: criterion.id,
          label: criterion.title[locale],
          extra: (
            <small className="vf-note">
              {preview !== undefined &&
                t('studio.criteria.known', {
                  known: format.count(known(criterion.id)),
                  of: format.count(preview.population),
                })}
            </small>
          ),
          children: (
            <CriterionForm
              criterion={criterion}
              onChange={(next) => put(criterion.id, next)}
              {...(criteria.length > 1
                ? {
                    onRemove: () =>
                      change(
                        setCriteria(
                          model,
                          criteria.filter(({ id }) => id !== criterion.id),
                        ),
                      ),
                  }
                : {})}
            />
          ),
        }))}
      />
      <AddCriterion />
    </Card>
  )
}

function AddCriterion() {
  const { t } = useReader()
  const { model, change } = useDraft()
  const { options, title } = useMetrics()
  const { criteria } = model
  const ids = criteria.map(({ id }) => id)
  const add = (criterion: SelectionCriterion) => change(setCriteria(model, [...criteria, criterion]))
  if (criteria.length >= most) return <p className="vf-note">{t('studio.criteria.most', { most })}</p>
  return (
    <div className="vf-form-line">
      <Select<string>
        className="vf-add-select"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('studio.criteria.add')}
        placeholder={t('studio.criteria.add')}
        value={null}
        options={options.filter(({ value }) => criteria.every(({ metric }) => metric !== value))}
        onChange={(metric) =>
          add(withMetric({ id: freshId(ids, metric), title: { 'zh-CN': title(metric), en: title(metric) } }, metric))
        }
      />
      <Button
        icon={<PlusOutlined />}
        onClick={() => {
          const words = t('studio.criteria.scored')
          const anchors = [1, 3, 5].map((score) => {
            const text = t(`studio.scale.${score === 1 ? 'low' : score === 3 ? 'middle' : 'high'}`)
            return { score, text: { 'zh-CN': text, en: text } }
          })
          add({ id: freshId(ids, 'judged'), title: { 'zh-CN': words, en: words }, scale: { anchors } })
        }}
      >
        {t('studio.criteria.addScored')}
      </Button>
    </div>
  )
}

function CriterionForm(props: {
  criterion: SelectionCriterion
  onChange: (criterion: SelectionCriterion) => void
  onRemove?: () => void
}) {
  const { t, locale } = useReader()
  const { options } = useMetrics()
  const retitled = useRetitled()
  const { criterion, onChange, onRemove } = props
  const { metric } = criterion
  return (
    <div className="vf-form-stack">
      <label>
        <span>{t('studio.name')}</span>
        <Input
          maxLength={60}
          value={criterion.title[locale].trimStart()}
          onChange={({ target }) => onChange({ ...criterion, title: retitled(criterion.title, target.value) })}
        />
      </label>
      {metric !== undefined && (
        <label>
          <span>{t('studio.criteria.figure')}</span>
          <Select<string>
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('studio.criteria.figure')}
            value={metric}
            options={options}
            onChange={(chosen) => onChange(withMetric(criterion, chosen))}
          />
        </label>
      )}
      {criterion.scale !== undefined && <ScaleEditor criterion={criterion} onChange={onChange} />}
      <NormalizationEditor criterion={criterion} onChange={onChange} />
      <MissingSelect criterion={criterion} onChange={onChange} />
      <ActionableEditor criterion={criterion} onChange={onChange} />
      {onRemove !== undefined && (
        <Space>
          <Button danger size="small" icon={<DeleteOutlined />} onClick={onRemove}>
            {t('studio.criteria.remove')}
          </Button>
        </Space>
      )}
    </div>
  )
}

function MissingSelect(props: { criterion: SelectionCriterion; onChange: (criterion: SelectionCriterion) => void }) {
  const { t } = useReader()
  const { missing, ...rest } = props.criterion
  return (
    <label>
      <span>{t('studio.criteria.missing')}</span>
      <Select<'model' | (typeof policies)[number]>
        aria-label={t('studio.criteria.missing')}
        value={missing ?? 'model'}
        options={[
          { value: 'model' as const, label: t('studio.criteria.asModel') },
          ...policies.map((value) => ({ value, label: t(`selection.missing.${value}`) })),
        ]}
        onChange={(policy) => props.onChange({ ...rest, ...(policy === 'model' ? {} : { missing: policy }) })}
      />
    </label>
  )
}
