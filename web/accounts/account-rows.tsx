import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AccountPage, SourceLine } from '@vitalfew/contract/api/account-page.ts'
import { Tag as Chip, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { chosen } from '../app/search-params.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { NothingFound } from './nothing-found.tsx'
import { WideTable } from '../design/wide-table.tsx'

const route = getRouteApi('/shell/accounts/$key')

/** Down to the rows: what the files say, with the file and the number of the row. */
export function AccountRows(props: { page: AccountPage }) {
  const reader = useReader()
  const { t, format } = reader
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [place, setPlace] = useState({ page: 1, pageSize: 20 })
  const { from, to, order, cut, value, kind } = search
  const asked = {
    ...chosen({ from, to, kind, orderNumber: order }),
    ...(cut === undefined ? {} : { cut, value: value ?? '' }),
  }
  const shownRun = useShownRun()
  const input = { ...shownRun, key: props.page.key, ...place, ...asked }
  const lines = useQuery({ ...api.accounts.lines.queryOptions({ input }), placeholderData: keepPreviousData })
  if (lines.isError) return <FaultNotice fault={lines.error} onRetry={() => void lines.refetch()} />
  const narrowed = [
    cut === undefined ? '' : `${t(`imports.field.${cut}`)}: ${value ?? ''}`,
    order === undefined ? '' : `${t('imports.field.orderNumber')}: ${order}`,
    kind === undefined ? '' : t(`app.account.lineKind.${kind}`),
    from === undefined && to === undefined ? '' : t('app.account.days', { from: from ?? '…', to: to ?? '…' }),
  ].filter((part) => part !== '')
  return (
    <Card
      title={t('app.account.rows')}
      note={
        lines.data &&
        t('app.account.rowsNote', {
          count: lines.data.total,
          rows: format.count(lines.data.total),
          amount: format.money(lines.data.netRevenue),
        })
      }
    >
      {narrowed.length > 0 && (
        <div className="vf-bar-row">
          {narrowed.map((part) => (
            <Chip key={part} closable onClose={() => void navigate({ search: { tab: 'rows' }, replace: true })}>
              {part}
            </Chip>
          ))}
        </div>
      )}
      <WideTable<SourceLine>
        size="middle"
        rowKey={(line) => `${line.importId} ${line.row}`}
        loading={lines.isFetching}
        dataSource={lines.data?.rows ?? []}
        columns={lineColumns(reader, lines.data?.rows ?? [])}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <NothingFound isAsking={lines.data === undefined} words={t('app.account.noRows')} /> }}
        pagination={tablePager({ ...place, total: lines.data?.total ?? 0, onChange: setPlace, reader })}
      />
    </Card>
  )
}

function lineColumns({ t, format }: Reader, rows: readonly SourceLine[]): TableColumnsType<SourceLine> {
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  const columns: TableColumnsType<SourceLine> = [
    {
      key: 'file',
      title: t('app.account.source'),
      render: (_, line) => t('app.account.fileRow', { file: line.file, row: format.count(line.row) }),
    },
    { key: 'day', title: t('imports.field.date'), render: (_, line) => format.day(line.day) },
    { key: 'kind', title: t('app.account.kind'), render: (_, line) => t(`app.account.lineKind.${line.kind}`) },
    { key: 'order', title: t('imports.field.orderNumber'), dataIndex: 'orderNumber' },
    { key: 'product', title: t('imports.field.product'), render: (_, line) => line.productName || line.product || '–' },
    { key: 'category', title: t('imports.field.category'), dataIndex: 'category' },
    {
      key: 'quantity',
      title: t('imports.field.quantity'),
      align: 'right',
      render: (_, line) => format.count(line.quantity),
    },
    {
      key: 'revenue',
      title: `${t('analysis.column.netRevenue')}${unit}`,
      align: 'right',
      render: (_, line) => format.amount(line.netRevenue),
    },
  ]
  if (rows.some(({ grossProfit }) => grossProfit !== null))
    columns.push({
      key: 'profit',
      title: `${t('analysis.column.grossProfit')}${unit}`,
      align: 'right',
      render: (_, line) => format.amount(line.grossProfit),
    })
  columns.push({ key: 'salesperson', title: t('imports.field.salesperson'), dataIndex: 'salesperson' })
  return columns
}
