import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Empty, Segmented, type TableColumnsType } from 'antd'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'
import { WideTable } from '../design/wide-table.tsx'
import type { SearchChange } from './account-search.ts'
import { prepareSlices, type SliceLine } from './prepare-slices.ts'
import { salesCuts, type SalesCut } from './sales-cuts.ts'
import type { SalesAsked } from './times-card.tsx'
import { withUnit } from './with-unit.ts'

/** What it bought, by product, department, region and so on; one of them can be followed over time, and down to its lines. */
export function SlicesCard(props: { asked: SalesAsked; onAsk: (part: SearchChange) => void }) {
  const reader = useReader()
  const { t } = reader
  const { accountKey: key, cut, range } = props.asked
  const shownRun = useShownRun()
  const slices = useQuery({
    ...api.accounts.slices.queryOptions({ input: { ...shownRun, key, cut, ...range } }),
    placeholderData: keepPreviousData,
  })
  const { lines, hasProfit } = prepareSlices(slices.data?.slices ?? [])
  return (
    <Card title={t('app.account.slices')}>
      <div className="vf-bar-row">
        <Segmented<SalesCut>
          value={cut}
          onChange={(chosen) => props.onAsk({ cut: chosen, value: undefined })}
          options={salesCuts.map((value) => ({ value, label: t(`imports.field.${value}`) }))}
        />
      </div>
      {slices.isError ? (
        <FaultNotice fault={slices.error} onRetry={() => void slices.refetch()} />
      ) : (
        <WideTable<SliceLine>
          size="middle"
          rowKey="value"
          loading={slices.isFetching}
          dataSource={lines}
          locale={{ emptyText: <Empty description={t('app.account.noSlices')} /> }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={sliceColumns(reader, { ...props, hasProfit })}
        />
      )}
    </Card>
  )
}

function sliceColumns(
  { t, format }: Reader,
  shown: { asked: SalesAsked; hasProfit: boolean; onAsk: (part: SearchChange) => void },
): TableColumnsType<SliceLine> {
  const { accountKey, cut, range } = shown.asked
  return [
    {
      key: 'name',
      title: t(`imports.field.${cut}`),
      rowScope: 'row',
      render: (_, line) =>
        line.value === '' ? (
          t('app.account.noName')
        ) : (
          <Button type="link" className="vf-slice" onClick={() => shown.onAsk({ cut, value: line.value })}>
            {line.name || line.value}
          </Button>
        ),
    },
    ...sliceFigures({ t, format }, { ...shown, hasDays: range.from !== undefined || range.to !== undefined }),
    {
      key: 'rows',
      title: t('app.account.rows'),
      render: (_, line) => (
        <Link
          to="/accounts/$key"
          params={{ key: accountKey }}
          search={{ tab: 'rows', cut, value: line.value, ...range }}
        >
          {t('app.account.toRows')}
        </Link>
      ),
    },
  ]
}

function sliceFigures(
  { t, format }: Pick<Reader, 't' | 'format'>,
  shown: { hasProfit: boolean; hasDays: boolean },
): TableColumnsType<SliceLine> {
  const growth = {
    key: 'growth',
    title: t('app.account.yearOnYear'),
    align: 'right' as const,
    render: (_: unknown, line: SliceLine) => format.change(line.growth),
  }
  return [
    {
      key: 'revenue',
      title: withUnit(t('analysis.column.netRevenue'), format.unit),
      align: 'right',
      render: (_, line) => format.amount(line.netRevenue),
    },
    {
      key: 'share',
      title: t('analysis.column.share'),
      width: 160,
      render: (_, line) => (
        <span className="vf-bar-cell">
          <ShareBar share={line.share} />
          <b>{format.percent(line.share)}</b>
        </span>
      ),
    },
    ...(shown.hasDays ? [growth] : []),
    ...(shown.hasProfit ? [profitColumn({ t, format })] : []),
    {
      key: 'orders',
      title: t('analysis.column.orders'),
      align: 'right',
      render: (_, line) => format.count(line.orders),
    },
    { key: 'last', title: t('analysis.column.lastOrder'), render: (_, line) => format.day(line.lastDay) },
  ]
}

function profitColumn({ t, format }: Pick<Reader, 't' | 'format'>): TableColumnsType<SliceLine>[number] {
  return {
    key: 'profit',
    title: withUnit(t('analysis.column.grossProfit'), format.unit),
    align: 'right',
    render: (_: unknown, line: SliceLine) => format.amount(line.grossProfit),
  }
}
