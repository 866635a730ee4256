import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { withUnit } from './with-unit.ts'

/** Its orders, the newest first; each leads to its lines. */
export function OrdersCard(props: { accountKey: string }) {
  const reader = useReader()
  const { t, format } = reader
  const [place, setPlace] = useState({ page: 1, pageSize: 10 })
  const shownRun = useShownRun()
  const input = { ...shownRun, key: props.accountKey, ...place }
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
                params={{ key: props.accountKey }}
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
