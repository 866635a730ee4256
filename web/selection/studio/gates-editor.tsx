import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { freshId, type Gate } from './draft-model.ts'
import { FigureInput } from './figure-input.tsx'
import { useDraft, useRetitled } from './studio-draft.tsx'

const aggregations = ['weightedSum', 'weightedGeometric', 'topsis'] as const
const policies = ['neutral', 'rescale', 'worst'] as const

/** Who is compared at all, the conditions that no score makes up for, and how values become a score. */
export function GatesEditor() {
  const { t } = useReader()
  const { model, change } = useDraft()
  const { gates } = model
  const put = (next: readonly Gate[]) => change({ ...model, gates: [...next] })
  return (
    <>
      <ScoringCard />
      <Card title={t('studio.gates.title')} note={t('studio.gates.note')}>
        {gates.map((gate) => (
          <GateForm
            key={gate.id}
            gate={gate}
            onChange={(next) => put(gates.map((each) => (each.id === gate.id ? next : each)))}
            onRemove={() => put(gates.filter(({ id }) => id !== gate.id))}
          />
        ))}
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            const words = t('studio.gates.fresh')
            const id = freshId(
              gates.map((gate) => gate.id),
              'gate',
            )
            put([...gates, { id, text: { 'zh-CN': words, en: words }, condition: { metric: 'netRevenue', above: 0 } }])
          }}
        >
          {t('studio.gates.add')}
        </Button>
      </Card>
      <PopulationCard />
    </>
  )
}

function GateForm(props: { gate: Gate; onChange: (gate: Gate) => void; onRemove: () => void }) {
  const { t, locale } = useReader()
  const retitled = useRetitled()
  const { gate, onChange } = props
  return (
    <div className="vf-form-stack vf-boxed">
      <div className="vf-condition-line">
        <Input
          className="vf-grow"
          maxLength={80}
          aria-label={t('studio.gates.text')}
          value={gate.text[locale].trimStart()}
          onChange={({ target }) => onChange({ ...gate, text: retitled(gate.text, target.value) })}
        />
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('studio.gates.remove')} onClick={props.onRemove} />
      </div>
      <ConditionEditor condition={gate.condition} onChange={(condition) => onChange({ ...gate, condition })} />
    </div>
  )
}

function PopulationCard() {
  const { t } = useReader()
  const { model, change } = useDraft()
  const { population, ...everybody } = model
  return (
    <Card title={t('studio.population.title')} note={t('studio.population.note')}>
      {population === undefined ? (
        <Button
          icon={<PlusOutlined />}
          onClick={() => change({ ...model, population: { all: [{ metric: 'netRevenue', above: 0 }] } })}
        >
          {t('studio.population.narrow')}
        </Button>
      ) : (
        <ConditionEditor
          condition={population}
          onChange={(condition) => change({ ...model, population: condition })}
          onRemove={() => change(everybody)}
        />
      )}
    </Card>
  )
}

function ScoringCard() {
  const { t } = useReader()
  const { model, change } = useDraft()
  const { alwaysFirstFromShare, ...plain } = model
  return (
    <Card title={t('studio.scoring.title')}>
      <div className="vf-form-stack">
        <label>
          <span>{t('studio.scoring.aggregation')}</span>
          <Select<(typeof aggregations)[number]>
            aria-label={t('studio.scoring.aggregation')}
            value={model.aggregation}
            options={aggregations.map((value) => ({ value, label: t(`selection.aggregation.${value}`) }))}
            onChange={(aggregation) => change({ ...model, aggregation })}
          />
        </label>
        <label>
          <span>{t('studio.criteria.missing')}</span>
          <Select<(typeof policies)[number]>
            aria-label={t('studio.criteria.missing')}
            value={model.missing}
            options={policies.map((value) => ({ value, label: t(`selection.missing.${value}`) }))}
            onChange={(missing) => change({ ...model, missing })}
          />
        </label>
        <label>
          <span>{t('studio.scoring.tooLarge')}</span>
          <FigureInput
            label={t('studio.scoring.tooLarge')}
            unit="share"
            min={0}
            max={1}
            value={alwaysFirstFromShare}
            placeholder={t('selection.difference.never')}
            onChange={(share) =>
              change(share === undefined || share <= 0 ? plain : { ...model, alwaysFirstFromShare: share })
            }
          />
        </label>
      </div>
    </Card>
  )
}
