import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, Segmented, Tag as Chip, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useShownRun } from '../app/shown-level.ts'
import { lazyChart } from '../charts/lazy-chart.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { type AccountSearch, salesGrains, type SearchChange } from './account-search.ts'
import { preparePeriods, type PeriodLine, withYearBefore } from './prepare-periods.ts'
import type { SalesCut } from './sales-cuts.ts'
import { withUnit } from './with-unit.ts'

const PeriodsChart = lazyChart(async () => (await import('./periods-chart.tsx')).PeriodsChart, 280)

export interface SalesAsked {
  accountKey: string
  range: { from?: string; to?: string }
  cut: SalesCut
  /** The one value of the cut that is looked at; undefined for all of them. */
  value: string | undefined
  grain: (typeof salesGrains)[number]
}

/** Sales over time, of everything or of one product, department or whatever was chosen below. */
export function TimesCard(props: { asked: SalesAsked; onAsk: (part: SearchChange) => void }) {
  const reader = useReader()
  const { t, format } = reader
  const { accountKey: key, cut, grain, range, value } = props.asked
  const shownRun = useShownRun()
  const input = { ...shownRun, key, grain, ...withYearBefore(range), ...(value === undefined ? {} : { cut, value }) }
  const times = useQuery({ ...api.accounts.times.queryOptions({ input }), placeholderData: keepPreviousData })
  const periods = useMemo(
    () =>
      preparePeriods(times.data?.periods ?? [], {
        grain,
        format,
        from: range.from,
        fiscalYearStartMonth: times.data?.fiscalYearStartMonth ?? 1,
      }),
    [times.data, grain, format, range.from],
  )
  if (times.isError) return <FaultNotice fault={times.error} onRetry={() => void times.refetch()} />
  return (
    <Card title={t('app.account.times')}>
      <div className="vf-bar-row">
        <Segmented<SalesAsked['grain']>
          value={grain}
          onChange={(chosen) => props.onAsk({ grain: chosen })}
          options={salesGrains.map((name) => ({ value: name, label: t(`app.account.grain.${name}`) }))}
        />
        {value !== undefined && (
          <Chip closable onClose={() => props.onAsk({ value: undefined })}>
            {`${t(`imports.field.${cut}`)}: ${value || t('app.account.noName')}`}
          </Chip>
        )}
      </div>
      {times.data !== undefined && periods.lines.length === 0 ? (
        <Empty description={t('app.account.noSales')} />
      ) : (
        <>
          <PeriodsChart periods={periods} />
          <WideTable<PeriodLine>
            size="small"
            rowKey="from"
            loading={times.isFetching}
            dataSource={periods.lines.toReversed()}
            pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
            columns={periodColumns(reader, { asked: props.asked, hasProfit: periods.hasProfit })}
          />
        </>
      )}
    </Card>
  )
}

function periodColumns(
  { t, format }: Reader,
  { asked, hasProfit }: { asked: SalesAsked; hasProfit: boolean },
): TableColumnsType<PeriodLine> {
  const amount = (key: 'netRevenue' | 'returns' | 'grossProfit') => ({
    key,
    title: withUnit(t(`analysis.column.${key}`), format.unit),
    align: 'right' as const,
    render: (_: unknown, line: PeriodLine) => format.amount(line[key]),
  })
  return [
    {
      key: 'period',
      title: t('app.account.period'),
      rowScope: 'row',
      render: (_, line) => (
        <Link to="/accounts/$key" params={{ key: asked.accountKey }} search={rowsOf(line, asked)}>
          {line.name}
        </Link>
      ),
    },
    amount('netRevenue'),
    {
      key: 'growth',
      title: t('app.account.yearOnYear'),
      align: 'right',
      render: (_, line) => format.change(line.growth),
    },
    ...(hasProfit ? [amount('grossProfit')] : []),
    amount('returns'),
    {
      key: 'orders',
      title: t('analysis.column.orders'),
      align: 'right',
      render: (_, line) => format.count(line.orders),
    },
    {
      key: 'lines',
      title: t('analysis.column.orderLines'),
      align: 'right',
      render: (_, line) => format.count(line.lines),
    },
  ]
}

/** The lines of a period: only of the days that were asked for. */
function rowsOf(line: PeriodLine, { range, cut, value }: SalesAsked): AccountSearch {
  const from = range.from !== undefined && range.from > line.from ? range.from : line.from
  const to = range.to !== undefined && range.to < line.to ? range.to : line.to
  return { tab: 'rows', from, to, ...(value === undefined ? {} : { cut, value }) }
}
