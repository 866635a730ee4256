import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { Button } from 'antd'
import { choiceWords } from '../accounts/choice-words.ts'
import { fieldDisplays } from '../accounts/field-display.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { useTitles, type Titles } from '../selection/tier-titles.tsx'
import type { ScatterGroup } from './prepare-scatter.ts'
import type { ClusterNames } from './segmentation-result.tsx'

const signs: Readonly<Record<string, string>> = {
  triangle: '▲',
  diamond: '◆',
  rect: '■',
  roundRect: '▬',
  pin: '⬇',
  arrow: '➤',
  emptyCircle: '○',
}

/** What colours and shapes stand for; each entry chooses its accounts, so that nobody has to draw. */
export function MapLegend(props: {
  groups: readonly ScatterGroup[]
  field: AccountField | null
  names: ClusterNames
  onChoose: (places: readonly number[]) => void
}) {
  const reader = useReader()
  const titles = useTitles()
  const { t, format } = reader
  const { groups, field, names } = props
  return (
    <ul className="vf-segments-legend" aria-label={t('segments.map.whole')}>
      {groups.map((group) => {
        const name = groupName(group, { field, names, reader, titles })
        const count = format.count(group.members.length)
        return (
          <li key={`${group.kind} ${group.key}`}>
            <Button
              size="small"
              type="text"
              aria-label={t('segments.map.wholeOf', { name: `${name} ${count}` })}
              onClick={() => props.onChoose(group.members)}
            >
              <span style={{ color: group.tone }} aria-hidden="true">
                {signs[group.symbol] ?? '●'}
              </span>
              {name} <small>{count}</small>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

interface Naming {
  readonly field: AccountField | null
  readonly names: ClusterNames
  readonly reader: Reader
  readonly titles: Titles
}

function groupName(group: ScatterGroup, { field, names, reader, titles }: Naming): string {
  const { t } = reader
  switch (group.kind) {
    case 'cluster':
      return `${group.key} ${names.get(Number(group.key)) ?? ''}`
    case 'value':
      return field === null ? group.key : choiceWords(field, { value: group.key, t, titles })
    case 'others':
      return t('segments.map.others')
    case 'unknown':
      return t('segments.map.unknown')
    case 'figure':
      return figureRange(group, { field, reader })
  }
}

function figureRange(
  { from, upTo }: ScatterGroup,
  { field, reader }: { readonly field: AccountField | null; readonly reader: Reader },
): string {
  const { t, format } = reader
  const written = (value: number): string => {
    switch (field === null ? 'decimal' : fieldDisplays[field]) {
      case 'money':
        return format.money(value)
      case 'count':
        return format.count(value)
      case 'percent':
        return format.percent(value)
      case 'change':
        return format.change(value)
      default:
        return format.decimal(value)
    }
  }
  if (from !== null && upTo !== null) return `${written(from)} – ${written(upTo)}`
  if (upTo !== null) return t('segments.map.upTo', { value: written(upTo) })
  return from === null ? t('segments.map.cluster') : t('segments.map.above', { value: written(from) })
}
