import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { SelectionCriterion } from '@vitalfew/contract/selection-model.ts'
import { Button, Input } from 'antd'
import { useReader } from '../../design/reader.tsx'
import { FigureInput } from './figure-input.tsx'
import { useRetitled } from './studio-draft.tsx'

/** What each score of a criterion that people judge stands for. */
export function ScaleEditor(props: {
  criterion: SelectionCriterion
  onChange: (criterion: SelectionCriterion) => void
}) {
  const { t, locale } = useReader()
  const retitled = useRetitled()
  const { criterion, onChange } = props
  const anchors = criterion.scale?.anchors ?? []
  const put = (next: typeof anchors) => onChange({ ...criterion, scale: { anchors: next } })
  return (
    <div className="vf-form-stack">
      <span className="vf-note">{t('studio.scale.note')}</span>
      {anchors.map((anchor, place) => {
        const write = (part: Partial<typeof anchor>) =>
          put(anchors.map((each, index) => (index === place ? { ...each, ...part } : each)))
        return (
          <div key={place} className="vf-condition-line">
            <FigureInput
              label={t('studio.scale.score', { number: place + 1 })}
              value={anchor.score}
              onChange={(score) => write({ score: score ?? 0 })}
            />
            <Input
              className="vf-grow"
              maxLength={120}
              aria-label={t('studio.scale.meaning', { number: place + 1 })}
              value={anchor.text[locale].trimStart()}
              onChange={({ target }) => write({ text: retitled(anchor.text, target.value) })}
            />
            {anchors.length > 2 && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('studio.scale.remove', { number: place + 1 })}
                onClick={() => put(anchors.filter((_, index) => index !== place))}
              />
            )}
          </div>
        )
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => {
          const text = t('studio.scale.middle')
          put([...anchors, { score: (anchors.at(-1)?.score ?? 0) + 1, text: { 'zh-CN': text, en: text } }])
        }}
      >
        {t('studio.scale.add')}
      </Button>
    </div>
  )
}
