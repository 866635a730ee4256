import type { Selection } from '@vitalfew/contract/selection.ts'
import { Button, Slider, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { prepareStudio, type StudioLine } from './prepare-studio.ts'
import { TierTag } from './tier-tag.tsx'
import { useTitles } from './tier-titles.tsx'
import { WideTable } from '../design/wide-table.tsx'

/** What if the weights were others: the order of the chosen moves while the sliders do. Nothing is kept. */
export function StudioPart(props: { selection: Selection }) {
  const reader = useReader()
  const { t, format } = reader
  const titles = useTitles()
  const { selection } = props
  const own = useMemo(
    () => Object.fromEntries(selection.criteria.map(({ id, weight }) => [id, Math.round(weight * 100)])),
    [selection],
  )
  const [weights, setWeights] = useState(own)
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const lines = useMemo(() => prepareStudio(selection, weights), [selection, weights])
  return (
    <div className="vf-pair vf-pair-wide-second">
      <Card title={t('app.studio.weights')} note={t('app.studio.note')}>
        {selection.criteria.map(({ id }) => (
          <div key={id} className="vf-weight">
            <span>{titles.criterion(id)}</span>
            <Slider
              min={0}
              max={100}
              value={weights[id] ?? 0}
              tooltip={{ open: false }}
              ariaLabelForHandle={titles.criterion(id)}
              onChange={(weight) => setWeights((known) => ({ ...known, [id]: weight }))}
            />
            <b>{format.percent(total > 0 ? (weights[id] ?? 0) / total : 0, 0)}</b>
          </div>
        ))}
        <Button onClick={() => setWeights(own)}>{t('app.studio.reset')}</Button>
      </Card>
      <Card title={t('app.studio.ranking')} note={t('app.studio.rankingNote')}>
        <WideTable<StudioLine>
          size="small"
          rowKey="account"
          dataSource={lines}
          scroll={{ x: 'max-content' }}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={studioColumns(reader)}
        />
      </Card>
    </div>
  )
}

function movedWords(places: number) {
  if (places === 0) return '–'
  return places > 0 ? `↑ ${places}` : <span className="vf-down">{`↓ ${-places}`}</span>
}

function studioColumns({ t, format }: Reader): TableColumnsType<StudioLine> {
  return [
    { key: 'rank', title: t('app.studio.rank'), align: 'right', render: (_, line) => format.count(line.rank) },
    {
      key: 'name',
      title: t('analysis.column.accountName'),
      rowScope: 'row',
      render: (_, line) => accountTitle(line),
    },
    { key: 'tier', title: t('analysis.column.tier'), render: (_, line) => <TierTag tier={line.tier} /> },
    {
      key: 'score',
      title: t('analysis.column.score'),
      align: 'right',
      render: (_, line) => format.decimal(line.score),
    },
    {
      key: 'before',
      title: t('app.studio.before'),
      align: 'right',
      render: (_, line) => format.decimal(line.scoreNow),
    },
    { key: 'moved', title: t('app.studio.moved'), align: 'right', render: (_, line) => movedWords(line.moved) },
  ]
}
