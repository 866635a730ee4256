import { useQuery } from '@tanstack/react-query'
import type { SegmentComparison } from '@vitalfew/contract/api/segments.ts'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { Card } from '../design/card.tsx'
import { HeatCell } from '../design/heat-cell.tsx'
import { useReader } from '../design/reader.tsx'
import { type Crosstab, prepareCrosstab } from './prepare-crosstab.ts'

export interface ComparedSide {
  id: string
  run?: string
}

/** Two segmentations, or two runs of one, as a table of who went from where to where. */
export function CompareCard(props: { one: ComparedSide; other: ComparedSide }) {
  const { one, other } = props
  const answer = useQuery(api.segments.compare.queryOptions({ input: { one, other }, staleTime: 60_000 }))
  if (answer.isPending) return <PageWait />
  if (answer.isError) return <FaultNotice fault={answer.error} onRetry={() => void answer.refetch()} />
  return <Crossed comparison={answer.data} />
}

function Crossed(props: { comparison: SegmentComparison }) {
  const { t, format } = useReader()
  const { comparison } = props
  const { one, other, shared, stayed } = comparison
  const { columns, lines, moves } = useMemo(() => prepareCrosstab(comparison), [comparison])
  const nameIn = useNameIn()
  const note = t('segments.compare.note', {
    count: shared,
    shared: format.count(shared),
    stayed: format.count(stayed),
    share: format.percent(shared === 0 ? null : stayed / shared),
  })
  return (
    <Card title={t('segments.compare.title')} note={note}>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segments.compare.title')}>
        <table className="vf-heat-map vf-migration">
          <caption className="vf-unseen">{t('segments.compare.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('segments.compare.fromTo')}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {nameIn(other, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.one}>
                <th scope="row">{nameIn(one, line.one)}</th>
                {line.cells.map((cell) => (
                  <HeatCell key={cell.other} heat={cell.share} label="" className={cell.isMatch ? 'vf-stayed' : ''}>
                    {cell.accounts > 0 && (
                      <>
                        <strong>{format.count(cell.accounts)}</strong>
                        <span>{format.money(cell.netRevenue)}</span>
                      </>
                    )}
                  </HeatCell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="vf-moves-title">{t('segments.compare.moves')}</h3>
      <Moves comparison={comparison} moves={moves} />
    </Card>
  )
}

/** What a cluster of a side is called; 0 is none of them. */
function useNameIn() {
  const { t } = useReader()
  return (side: SegmentComparison['one'], cluster: number): string => {
    const name = side.segments.find((segment) => segment.cluster === cluster)?.name
    return name === undefined ? t('segments.compare.nobody') : `${cluster} ${name}`
  }
}

function Moves(props: { comparison: SegmentComparison; moves: Crosstab['moves'] }) {
  const { t, format } = useReader()
  const nameIn = useNameIn()
  const { comparison, moves } = props
  const { one, other } = comparison
  if (moves.length === 0) return <p className="vf-note">{t('segments.compare.noMoves')}</p>
  return (
    <ul className="vf-plain">
      {moves.map((move) => (
        <li key={`${move.one} ${move.other}`}>
          {t('segments.compare.move', { from: nameIn(one, move.one), to: nameIn(other, move.other) })}{' '}
          <strong>{format.count(move.accounts)}</strong> <small>{format.money(move.netRevenue)}</small>
        </li>
      ))}
    </ul>
  )
}
