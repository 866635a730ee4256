import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { Empty, Segmented, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { prepareSlices, type SliceLine } from './prepare-slices.ts'
import { WideTable } from '../design/wide-table.tsx'

const cuts = ['product', 'category', 'department', 'region', 'salesperson', 'channel'] as const
type Cut = (typeof cuts)[number]

/** What it bought and from whom, and its orders. */
export function AccountSales(props: { page: AccountPage }) {
  return (
    <div className="vf-stack">
      <SlicesCard page={props.page} />
      <OrdersCard page={props.page} />
    </div>
  )
}

function SlicesCard(props: { page: AccountPage }) {
  const { t } = useReader()
  const [cut, setCut] = useState<Cut>('product')
  const input = { key: props.page.key, cut }
  const slices = useQuery({ ...api.accounts.slices.queryOptions({ input }), placeholderData: keepPreviousData })
  return (
    <Card title={t('app.account.slices')}>
      <div className="vf-bar-row">
        <Segmented<Cut>
          value={cut}
          onChange={setCut}
          options={cuts.map((value) => ({ value, label: t(`imports.field.${value}`) }))}
        />
      </div>
      {slices.isError ? (
        <FaultNotice fault={slices.error} onRetry={() => void slices.refetch()} />
      ) : (
        <SliceTable
          cut={cut}
          accountKey={props.page.key}
          slices={slices.data?.slices ?? []}
          isLoading={slices.isFetching}
        />
      )}
    </Card>
  )
}

function SliceTable(props: {
  cut: Cut
  accountKey: string
  slices: Parameters<typeof prepareSlices>[0]
  isLoading: boolean
}) {
  const reader = useReader()
  const { t } = reader
  const { lines, hasProfit } = prepareSlices(props.slices)
  return (
    <WideTable
      size="middle"
      rowKey="value"
      loading={props.isLoading}
      dataSource={lines}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty description={t('app.account.noSlices')} /> }}
      pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      columns={sliceColumns(reader, { ...props, hasProfit })}
    />
  )
}

function withUnit(name: string, unit: string): string {
  return unit === '' ? name : `${name} (${unit})`
}

function OrdersCard(props: { page: AccountPage }) {
  const reader = useReader()
  const { t, format } = reader
  const [place, setPlace] = useState({ page: 1, pageSize: 10 })
  const input = { key: props.page.key, ...place }
  const orders = useQuery({ ...api.accounts.orders.queryOptions({ input }), placeholderData: keepPreviousData })
  if (orders.isError) return <FaultNotice fault={orders.error} onRetry={() => void orders.refetch()} />
  return (
    <Card title={t('app.account.orders')}>
      <WideTable
        size="middle"
        rowKey={(order) => `${order.day} ${order.orderNumber}`}
        loading={orders.isFetching}
        dataSource={orders.data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        columns={[
          { key: 'day', title: t('imports.field.date'), render: (_, order) => format.day(order.day) },
          {
            key: 'number',
            title: t('imports.field.orderNumber'),
            render: (_, order) => (
              <Link
                to="/accounts/$key"
                params={{ key: props.page.key }}
                search={
                  order.orderNumber === ''
                    ? { tab: 'rows', from: order.day, to: order.day }
                    : { tab: 'rows', order: order.orderNumber }
                }
              >
                {order.orderNumber || t('app.account.dayOrder')}
              </Link>
            ),
          },
          {
            key: 'lines',
            title: t('analysis.column.orderLines'),
            align: 'right',
            render: (_, order) => format.count(order.lines),
          },
          {
            key: 'revenue',
            title: withUnit(t('analysis.column.netRevenue'), format.unit),
            align: 'right',
            render: (_, order) => format.amount(order.netRevenue),
          },
          {
            key: 'returns',
            title: withUnit(t('analysis.column.returns'), format.unit),
            align: 'right',
            render: (_, order) => format.amount(order.returns),
          },
        ]}
        pagination={tablePager({ ...place, total: orders.data?.total ?? 0, onChange: setPlace, reader })}
      />
    </Card>
  )
}

function sliceColumns(
  { t, format }: Reader,
  shown: { cut: Cut; accountKey: string; hasProfit: boolean },
): TableColumnsType<SliceLine> {
  return [
    {
      key: 'name',
      title: t(`imports.field.${shown.cut}`),
      rowScope: 'row',
      render: (_, line) => (
        <Link
          to="/accounts/$key"
          params={{ key: shown.accountKey }}
          search={{ tab: 'rows', cut: shown.cut, value: line.value }}
        >
          {line.name || line.value || t('app.account.noName')}
        </Link>
      ),
    },
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
    {
      key: 'growth',
      title: t('analysis.column.growth'),
      align: 'right',
      render: (_, line) => format.change(line.growth),
    },
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
