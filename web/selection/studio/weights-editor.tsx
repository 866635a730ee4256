import type { WeightOrigin } from '@vitalfew/contract/selection-model.ts'
import { InputNumber, Select, Slider } from 'antd'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { blendShares, moveWeight, setBlend, setOrigin, startingWeights } from './draft-model.ts'
import { useDraft } from './studio-draft.tsx'

const origins = ['hand', 'entropy', 'critic', 'standardDeviation', 'blend'] as const

/** How much each criterion counts: by hand, from the data, as agreed in a round, or a blend of these. */
export function WeightsEditor() {
  const { t, format, locale } = useReader()
  const { model, change, preview } = useDraft()
  const { origin } = model.weights
  const resolved = Object.fromEntries((preview?.criteria ?? []).map(({ id, weight }) => [id, weight]))
  const isByHand = origin === 'hand' || origin === 'ahp'
  const shown = isByHand ? startingWeights(model, resolved) : resolved
  const offered: readonly WeightOrigin[] = model.weights.judgements === undefined ? origins : ['ahp', ...origins]
  return (
    <Card title={t('studio.weights.title')} note={t(`studio.weights.note.${isByHand ? 'hand' : 'data'}`)}>
      <div className="vf-form-line">
        <span>{t('studio.weights.origin')}</span>
        <Select<WeightOrigin>
          aria-label={t('studio.weights.origin')}
          value={origin}
          options={offered.map((value) => ({ value, label: t(`selection.origin.${value}`) }))}
          onChange={(wanted) => change(setOrigin(model, { origin: wanted, resolved }))}
        />
      </div>
      {origin === 'blend' && <BlendParts />}
      {model.criteria.map(({ id, title }) => (
        <div key={id} className="vf-weight">
          <span>{title[locale]}</span>
          <Slider
            min={0}
            max={100}
            step={0.5}
            disabled={!isByHand}
            value={(shown[id] ?? 0) * 100}
            tooltip={{ open: false }}
            ariaLabelForHandle={t('studio.weights.of', { criterion: title[locale] })}
            onChange={(weight) => change(moveWeight(model, { name: id, weight: weight / 100, resolved }))}
          />
          <b>{format.percent(shown[id] ?? 0)}</b>
        </div>
      ))}
      {model.weights.judgements !== undefined && (
        <p className="vf-note">
          {t('studio.weights.judged', { experts: model.weights.judgements.experts.join(t('selection.list.comma')) })}
        </p>
      )}
    </Card>
  )
}

const blended = ['hand', 'entropy', 'critic', 'standardDeviation'] as const

function BlendParts() {
  const { t } = useReader()
  const { model, change } = useDraft()
  const shares = blendShares(model)
  const parts = shares.ahp === undefined ? blended : (['ahp', ...blended] as const)
  const used = parts.filter((part) => (shares[part] ?? 0) > 0).length
  return (
    <div className="vf-blend">
      {parts.map((part) => (
        <label key={part}>
          <span>{t(`selection.origin.${part}`)}</span>
          <InputNumber<number>
            min={used <= 2 && (shares[part] ?? 0) > 0 ? 0.05 : 0}
            max={10}
            step={0.05}
            value={shares[part] ?? 0}
            onChange={(share) => change(setBlend(model, { ...shares, [part]: share ?? 0 }))}
          />
        </label>
      ))}
    </div>
  )
}
