import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useReader } from '../design/reader.tsx'
import { ConditionLine } from './condition-line.tsx'
import { emptyCondition, emptyGroup, type DraftGroup, type DraftPart } from './filter-draft.ts'

/** Deeper than this nobody reads. */
const deepest = 4

export function FilterGroup(props: {
  group: DraftGroup
  depth: number
  onChange: (group: DraftGroup) => void
  onRemove?: () => void
}) {
  const { t } = useReader()
  const { group, depth, onChange } = props
  const put = (parts: readonly DraftPart[]) => onChange({ ...group, parts })
  const change = (part: DraftPart) => put(group.parts.map((known) => (known.id === part.id ? part : known)))
  const remove = (part: DraftPart) => put(group.parts.filter(({ id }) => id !== part.id))
  return (
    <div className="vf-filter-group" role="group" aria-label={t(`app.filter.${group.join}`)}>
      <div className="vf-filter-join">
        <Segmented
          size="small"
          value={group.join}
          options={(['all', 'any'] as const).map((value) => ({ value, label: t(`app.filter.${value}`) }))}
          onChange={(join) => onChange({ ...group, join })}
        />
        {props.onRemove !== undefined && (
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('app.filter.removeGroup')}
            onClick={props.onRemove}
          />
        )}
      </div>
      {group.parts.map((part) =>
        part.kind === 'condition' ? (
          <ConditionLine key={part.id} condition={part} onChange={change} onRemove={() => remove(part)} />
        ) : (
          <FilterGroup key={part.id} group={part} depth={depth + 1} onChange={change} onRemove={() => remove(part)} />
        ),
      )}
      <div className="vf-filter-add">
        <Button size="small" icon={<PlusOutlined />} onClick={() => put([...group.parts, emptyCondition()])}>
          {t('app.filter.addCondition')}
        </Button>
        {depth < deepest && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => put([...group.parts, emptyGroup(group.join === 'all' ? 'any' : 'all')])}
          >
            {t('app.filter.addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}
