import { useMemo } from 'react'
import type { PurchaseTrends, SalesTrend } from '@vitalfew/contract/purchase-trends.ts'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'

/** What rises and falls, the money that moves first; what only may have moved is not listed unless nothing surely did. */
export function TrendList(props: { trends: PurchaseTrends }) {
  const reader = useReader()
  const { series } = props.trends
  const columns = useMemo(() => columnsOf(reader), [reader])
  const rows = useMemo(() => {
    const sure = series.filter(({ direction }) => direction !== 'flat')
    return sure.length > 0 ? sure : series.slice(0, 10)
  }, [series])
  return (
    <DataTable
      caption={reader.t('behaviour.report.trends.title')}
      columns={columns}
      rows={rows}
      rowKey={(trend) => trend.values.join('\n')}
      order={{ column: 'slope', descending: true }}
      empty={reader.t('behaviour.empty')}
    />
  )
}

function columnsOf({ t, format }: Reader): Column<SalesTrend>[] {
  const name = ({ names }: SalesTrend): string => names.join(' · ')
  return [
    { name: 'series', header: t('behaviour.column.series'), isNumber: false, value: name, cell: name },
    {
      name: 'months',
      header: t('behaviour.column.month'),
      isNumber: false,
      value: ({ direction }) => direction,
      cell: (trend) => <SparklineChart amounts={trend.months} label={name(trend)} />,
    },
    {
      name: 'level',
      header: t('behaviour.column.level'),
      unit: format.unit,
      isNumber: true,
      value: ({ level }) => level,
      cell: ({ level }) => format.amount(level),
    },
    {
      name: 'slope',
      header: t('behaviour.column.slope'),
      unit: format.unit,
      isNumber: true,
      value: ({ slopePerYear }) => slopePerYear,
      cell: ({ slopePerYear }) => format.amount(slopePerYear),
    },
    {
      name: 'direction',
      header: t('behaviour.column.status'),
      isNumber: false,
      value: ({ direction }) => direction,
      cell: ({ direction }) => t(`behaviour.direction.${direction}`),
    },
    {
      name: 'qValue',
      header: t('behaviour.column.qValue'),
      isNumber: true,
      value: ({ qValue }) => qValue,
      cell: ({ qValue }) => format.decimal(qValue, 3),
    },
    {
      name: 'peak',
      header: t('behaviour.column.peak'),
      isNumber: true,
      value: ({ peakMonth }) => peakMonth,
      cell: ({ peakMonth }) => (peakMonth === null ? '–' : t(`behaviour.month.${peakMonth - 1}`)),
    },
  ]
}
