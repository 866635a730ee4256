import { useMemo } from 'react'
import type { ItemPrice, PreferredItem, PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { Card } from '../design/card.tsx'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'

type NextItem = PurchasePreference['next'][number]

/** What accounts prefer beside others, what they go on with after the first purchase, and where prices matter. */
export function TasteCard(props: { preference: PurchasePreference }) {
  const reader = useReader()
  const { t, format } = reader
  const { preference } = props
  const preferred = useMemo(() => preferredColumns(reader), [reader])
  const next = useMemo(() => nextColumns(reader), [reader])
  const prices = useMemo(() => priceColumns(reader), [reader])
  return (
    <>
      <Card
        title={t('behaviour.report.preference.title')}
        note={t('behaviour.note.preference', {
          accounts: format.count(preference.accounts),
          items: format.count(preference.items),
          deviation: format.decimal(Math.sqrt(preference.variance), 2),
        })}
      >
        <DataTable
          caption={t('behaviour.report.preference.title')}
          columns={preferred}
          rows={preference.preferred}
          rowKey={({ account, item }) => `${account}\n${item}`}
          order={{ column: 'revenue', descending: true }}
          empty={t('behaviour.empty')}
        />
      </Card>
      <div className="vf-pair">
        {preference.next.length > 0 && (
          <Card title={t('behaviour.report.next.title')} note={t('behaviour.report.next.note')}>
            <DataTable
              caption={t('behaviour.report.next.title')}
              columns={next}
              rows={preference.next}
              rowKey={({ from, to }) => `${from}\n${to}`}
              order={{ column: 'accounts', descending: true }}
              empty={t('behaviour.empty')}
            />
          </Card>
        )}
        {preference.prices.length > 0 && (
          <Card title={t('behaviour.report.prices.title')} note={t('behaviour.report.prices.note')}>
            <DataTable
              caption={t('behaviour.report.prices.title')}
              columns={prices}
              rows={preference.prices}
              rowKey={({ item }) => item}
              order={{ column: 'revenue', descending: true }}
              empty={t('behaviour.empty')}
            />
          </Card>
        )}
      </div>
    </>
  )
}

function preferredColumns({ t, format }: Reader): Column<PreferredItem>[] {
  const account = (row: PreferredItem): string => row.accountName || row.account
  const item = (row: PreferredItem): string => row.itemName || row.item
  return [
    { name: 'account', header: t('behaviour.column.account'), isNumber: false, value: account, cell: account },
    { name: 'item', header: t('behaviour.column.item'), isNumber: false, value: item, cell: item },
    {
      name: 'lift',
      header: t('behaviour.column.lift'),
      isNumber: true,
      value: ({ lift }) => lift,
      cell: ({ lift }) => format.decimal(lift, 2),
    },
    {
      name: 'limits',
      header: t('behaviour.column.limits90'),
      isNumber: true,
      value: ({ lower }) => lower,
      cell: ({ lower, upper }) => `${format.decimal(lower, 2)} – ${format.decimal(upper, 2)}`,
    },
    {
      name: 'revenue',
      header: t('behaviour.column.revenue'),
      unit: format.unit,
      isNumber: true,
      value: ({ revenue }) => revenue,
      cell: ({ revenue }) => format.amount(revenue),
    },
  ]
}

function nextColumns({ t, format }: Reader): Column<NextItem>[] {
  const from = (row: NextItem): string => row.fromName || row.from
  const to = (row: NextItem): string => row.toName || row.to
  return [
    { name: 'from', header: t('behaviour.column.firstItem'), isNumber: false, value: from, cell: from },
    { name: 'to', header: t('behaviour.column.nextItem'), isNumber: false, value: to, cell: to },
    {
      name: 'accounts',
      header: t('behaviour.column.accounts'),
      isNumber: true,
      value: ({ accounts }) => accounts,
      cell: ({ accounts }) => format.count(accounts),
    },
    {
      name: 'lift',
      header: t('behaviour.column.lift'),
      isNumber: true,
      value: ({ lift }) => lift,
      cell: ({ lift }) => format.decimal(lift, 2),
    },
  ]
}

function priceColumns({ t, format }: Reader): Column<ItemPrice>[] {
  const item = (row: ItemPrice): string => row.itemName || row.item
  return [
    { name: 'item', header: t('behaviour.column.item'), isNumber: false, value: item, cell: item },
    {
      name: 'elasticity',
      header: t('behaviour.column.elasticity'),
      isNumber: true,
      value: ({ elasticity }) => elasticity,
      cell: ({ elasticity }) => format.decimal(elasticity, 2),
    },
    {
      name: 'reading',
      header: t('behaviour.column.reading'),
      isNumber: false,
      value: ({ reading }) => reading,
      cell: ({ reading }) => t(`behaviour.reading.${reading}`),
    },
    {
      name: 'revenue',
      header: t('behaviour.column.revenue'),
      unit: format.unit,
      isNumber: true,
      value: ({ revenue }) => revenue,
      cell: ({ revenue }) => format.amount(revenue),
    },
  ]
}
