import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { Empty, type TableColumnsType } from 'antd'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { TierTag } from '../selection/tier-tag.tsx'
import { AccountIdentity } from '../identity/account-identity.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { StagesCard } from './stages-card.tsx'

/** Tier and stage in every analysis so far, and the customer numbers that are this one customer. */
export function AccountHistory(props: { page: AccountPage }) {
  const reader = useReader()
  const { t, format } = reader
  const { page } = props
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return (
    <div className="vf-stack">
      <StagesCard page={page} />
      <Card title={t('app.account.history')} note={t('app.account.historyNote')}>
        <WideTable
          size="middle"
          rowKey="run"
          dataSource={page.history.toReversed()}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Empty description={t('app.account.noHistory')} /> }}
          pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
          columns={historyColumns(reader, unit)}
        />
      </Card>
      <Card title={t('app.account.customers')} note={t('app.account.customersNote')}>
        <WideTable
          size="middle"
          rowKey="customer"
          dataSource={page.customers}
          scroll={{ x: 'max-content' }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={customerColumns(reader, unit)}
        />
      </Card>
      <AccountIdentity accountKey={page.key} />
    </div>
  )
}

function historyColumns({ t, format }: Reader, unit: string): TableColumnsType<AccountPage['history'][number]> {
  return [
    {
      key: 'asOf',
      title: t('app.account.asOf'),
      rowScope: 'row',
      render: (_, entry) => format.day(entry.asOf),
    },
    { key: 'tier', title: t('analysis.column.tier'), render: (_, entry) => <TierTag tier={entry.tier} /> },
    {
      key: 'score',
      title: t('analysis.column.score'),
      align: 'right',
      render: (_, entry) => format.decimal(entry.score),
    },
    {
      key: 'stage',
      title: t('analysis.column.lifecycleStage'),
      render: (_, entry) => t(`analysis.stage.${entry.lifecycleStage}`, { defaultValue: entry.lifecycleStage }),
    },
    {
      key: 'revenue',
      title: `${t('analysis.column.netRevenue')}${unit}`,
      align: 'right',
      render: (_, entry) => format.amount(entry.netRevenue),
    },
  ]
}

function customerColumns({ t, format }: Reader, unit: string): TableColumnsType<AccountPage['customers'][number]> {
  return [
    { key: 'customer', title: t('imports.field.customer'), rowScope: 'row', dataIndex: 'customer' },
    { key: 'name', title: t('imports.field.customerName'), dataIndex: 'name' },
    {
      key: 'lines',
      title: t('analysis.column.orderLines'),
      align: 'right',
      render: (_, entry) => format.count(entry.lines),
    },
    {
      key: 'revenue',
      title: `${t('analysis.column.netRevenue')}${unit}`,
      align: 'right',
      render: (_, entry) => format.amount(entry.netRevenue),
    },
  ]
}
