import { useMemo } from 'react'
import type { CustomerValue } from '@vitalfew/contract/customer-value.ts'
import { HeatMap } from '../charts/heat-map.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { prepareMatrix, type ValueMatrix } from './prepare-matrix.ts'

/** What the model says of a customer who bought so often and has been silent so long. */
export function ValueMatrices(props: { matrix: NonNullable<CustomerValue['matrix']>; horizonMonths: number }) {
  const reader = useReader()
  const { t, format } = reader
  const { matrix } = props
  const pAlive = useMemo(() => prepareMatrix(matrix, 'pAlive'), [matrix])
  const orders = useMemo(() => prepareMatrix(matrix, 'expectedOrders'), [matrix])
  return (
    <div className="vf-pair">
      <Card
        title={t('report.value.matrix.pAlive')}
        note={t('report.value.matrix.pAliveNote', { days: format.count(Math.round(matrix.ageDays)) })}
      >
        <Matrix
          matrix={pAlive}
          caption={t('report.value.matrix.pAlive')}
          words={(value) => format.percent(value, 0)}
          reader={reader}
        />
      </Card>
      <Card
        title={t('report.value.matrix.orders', { months: format.count(props.horizonMonths) })}
        note={t('report.value.matrix.ordersNote')}
      >
        <Matrix
          matrix={orders}
          caption={t('report.value.matrix.orders', { months: format.count(props.horizonMonths) })}
          words={(value) => format.decimal(value, value >= 9.95 || value < 0.05 ? 0 : 1)}
          reader={reader}
        />
      </Card>
    </div>
  )
}

function Matrix(props: { matrix: ValueMatrix; caption: string; words: (value: number) => string; reader: Reader }) {
  const { t, format } = props.reader
  return (
    <HeatMap
      caption={props.caption}
      columnsName={t('report.value.matrix.columns')}
      rowsName={t('report.value.matrix.rows')}
      columns={props.matrix.columns.map((column) => format.count(column))}
      rows={props.matrix.rows.map((row) => ({
        label: format.count(Math.round(row.silenceDays)),
        cells: row.cells.map((cell) => (cell === null ? null : { heat: cell.heat, text: props.words(cell.value) })),
      }))}
    />
  )
}
