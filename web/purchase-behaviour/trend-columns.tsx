import { Link } from '@tanstack/react-router'
import type { PurchaseTrends, SalesTrend } from '@vitalfew/contract/purchase-trends.ts'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'
import { cutHeader } from './cut-header.ts'

/** A series: its months at a glance, its level, what moves in a year, and how sure that is. */
export function trendColumns(
  { t, format }: Pick<Reader, 't' | 'format'>,
  cuts: PurchaseTrends['cuts'],
): Column<SalesTrend>[] {
  const name = ({ names }: SalesTrend): string => names.join(' · ')
  const keyOf = ({ values }: SalesTrend): string | undefined => values[cuts.indexOf('account')]
  return [
    {
      name: 'series',
      header: cutHeader(cuts, { t }) || t('behaviour.column.series'),
      isNumber: false,
      value: name,
      cell: (trend) => {
        const key = keyOf(trend)
        if (key === undefined) return name(trend)
        return (
          <Link to="/accounts/$key" params={{ key }} search={{ tab: 'behaviour' }} className="vf-account-link">
            {name(trend)}
          </Link>
        )
      },
    },
    {
      name: 'months',
      header: t('behaviour.column.month'),
      isNumber: false,
      value: ({ revenueLast12Months }) => revenueLast12Months,
      cell: (trend) => <SparklineChart amounts={trend.months.slice(-36)} label={name(trend)} />,
    },
    ...trendFigures({ t, format }),
  ]
}

function trendFigures({ t, format }: Pick<Reader, 't' | 'format'>): Column<SalesTrend>[] {
  return [
    {
      name: 'slope',
      header: t('behaviour.column.slope'),
      unit: format.unit,
      isNumber: true,
      value: ({ slopePerYear }) => slopePerYear,
      cell: ({ slopePerYear }) => format.amount(slopePerYear),
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
      name: 'slopeShare',
      header: t('behaviour.column.slopeShare'),
      isNumber: true,
      value: (trend) => shareOf(trend),
      cell: (trend) => format.change(shareOf(trend)),
    },
    {
      name: 'qValue',
      header: t('behaviour.column.qValue'),
      isNumber: true,
      value: ({ qValue }) => qValue,
      cell: ({ qValue }) => (qValue < 0.001 ? `<${format.decimal(0.001, 3)}` : format.decimal(qValue, 3)),
    },
    {
      name: 'peak',
      header: t('behaviour.column.peak'),
      isNumber: false,
      value: ({ peakMonth }) => peakMonth,
      cell: ({ peakMonth }) => (peakMonth === null ? '–' : t(`behaviour.month.${peakMonth - 1}`)),
    },
    {
      name: 'change',
      header: t('behaviour.column.change'),
      isNumber: false,
      value: ({ changePoints }) => changePoints.at(-1)?.month ?? null,
      cell: ({ changePoints }) => changePoints.at(-1)?.month.slice(0, 7) ?? '–',
    },
  ]
}

/** What a year changes by the level of a year; null where there is no level. */
function shareOf({ slopePerYear, level }: SalesTrend): number | null {
  return level > 0 ? slopePerYear / level : null
}
