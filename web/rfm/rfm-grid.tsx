import { useMemo, useState } from 'react'
import type { RfmSegment, Run } from '@vitalfew/contract/run.ts'
import { HeatCell } from '../design/heat-cell.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { prepareRfmGrid, type RfmCell, type RfmMeasure } from './prepare-rfm-grid.ts'

const sides = ['top', 'right', 'bottom', 'left'] as const

/** Recency against frequency and money: where the accounts stand, and which segment that is. */
export function RfmGrid(props: {
  rfm: Run['rfm']
  highlighted: RfmSegment | null
  onChoose?: (segment: RfmSegment) => void
}) {
  const { t } = useReader()
  const [measure, setMeasure] = useState<RfmMeasure>('accounts')
  const rows = useMemo(() => prepareRfmGrid(props.rfm.grid, measure), [props.rfm.grid, measure])
  return (
    <div className="vf-rfm">
      <div className="vf-rfm-head">
        <span className="vf-note">{t('report.rfm.rows')} ↑</span>
        <SegmentedControl
          label={t('report.rfm.colour')}
          value={measure}
          onChange={setMeasure}
          options={[
            { value: 'accounts', label: t('report.rfm.byAccounts') },
            { value: 'netRevenue', label: t('report.rfm.byRevenue') },
          ]}
        />
      </div>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.rfm.grid')}>
        <table className={`vf-rfm-grid ${props.highlighted === null ? '' : 'vf-rfm-dimmed'}`}>
          <caption className="vf-unseen">{t('report.rfm.grid')}</caption>
          <colgroup>
            <col className="vf-rfm-scores" />
          </colgroup>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells[0]?.recency}>
                <th scope="row">R{cells[0]?.recency}</th>
                {cells.map((cell) => (
                  <GridCell key={cell.frequencyMonetary} cell={cell} measure={measure} {...props} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {[1, 2, 3, 4, 5].map((score) => (
                <th scope="col" key={score}>
                  FM{score}
                </th>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="vf-axis-name">{t('report.rfm.columns')} →</p>
    </div>
  )
}

function GridCell(props: {
  cell: RfmCell
  measure: RfmMeasure
  highlighted: RfmSegment | null
  onChoose?: (segment: RfmSegment) => void
}) {
  const { t, format } = useReader()
  const { cell, measure, onChoose } = props
  const borders = sides.filter((side) => cell.borders[side]).map((side) => `vf-edge-${side}`)
  const isLit = cell.segment === props.highlighted
  const name = t(`analysis.segment.${cell.segment}`)
  const words = t('report.rfm.cell', {
    recency: cell.recency,
    value: cell.frequencyMonetary,
    segment: name,
    count: cell.accounts,
    accounts: format.count(cell.accounts),
    amount: format.money(cell.netRevenue),
  })
  return (
    <HeatCell
      heat={cell.heat}
      label={words}
      className={[...borders, isLit ? 'vf-lit' : ''].join(' ')}
      onChoose={onChoose && cell.accounts > 0 ? () => onChoose(cell.segment) : undefined}
    >
      <span className="vf-rfm-name">{cell.namesSegment ? name : ' '}</span>
      <strong>{measure === 'accounts' ? format.count(cell.accounts) : format.amount(cell.netRevenue)}</strong>
    </HeatCell>
  )
}
