import type { ItemPrice, PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { useMemo } from 'react'
import { Card } from '../design/card.tsx'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'

type First = PurchasePreference['first'][number]
type Next = PurchasePreference['next'][number]

/** With what accounts begin, and what follows. */
export function SequenceCards(props: { preference: PurchasePreference }) {
  const reader = useReader()
  const { t } = reader
  const { first, next } = props.preference
  const firstOnes = useMemo(() => firstColumns(reader), [reader])
  const nextOnes = useMemo(() => nextColumns(reader), [reader])
  return (
    <div className="vf-pair">
      <Card title={t('habits.preference.first')} note={t('habits.preference.firstNote')}>
        <DataTable
          caption={t('habits.preference.first')}
          columns={firstOnes}
          rows={first}
          rowKey={({ item }) => item}
          order={{ column: 'accounts', descending: true }}
          empty={t('behaviour.empty')}
        />
      </Card>
      <Card title={t('habits.preference.next')} note={t('behaviour.report.next.note')}>
        <DataTable
          caption={t('habits.preference.next')}
          columns={nextOnes}
          rows={next}
          rowKey={({ from, to }) => `${from}\n${to}`}
          order={{ column: 'accounts', descending: true }}
          empty={t('habits.preference.noNext')}
        />
      </Card>
    </div>
  )
}

/** Products whose price varies, by how much that matters. */
export function PriceCard(props: { prices: readonly ItemPrice[] }) {
  const reader = useReader()
  const { t } = reader
  const columns = useMemo(() => priceColumns(reader), [reader])
  return (
    <Card title={t('habits.preference.prices')} note={t('habits.preference.priceNote')}>
      <DataTable
        caption={t('habits.preference.prices')}
        columns={columns}
        rows={props.prices}
        rowKey={({ item }) => item}
        order={{ column: 'revenue', descending: true }}
        empty={t('habits.preference.noPrices')}
      />
    </Card>
  )
}

function firstColumns({ t, format }: Reader): Column<First>[] {
  return [
    {
      name: 'item',
      header: t('behaviour.column.item'),
      isNumber: false,
      value: ({ item, itemName }) => itemName || item,
      cell: ({ item, itemName }) => itemName || item,
    },
    {
      name: 'accounts',
      header: t('behaviour.column.accounts'),
      isNumber: true,
      value: ({ accounts }) => accounts,
      cell: ({ accounts }) => format.count(accounts),
    },
    {
      name: 'share',
      header: t('behaviour.column.share'),
      isNumber: true,
      value: ({ share }) => share,
      cell: ({ share }) => format.percent(share, 0),
    },
    {
      name: 'returned',
      header: t('behaviour.column.returned'),
      isNumber: true,
      value: ({ returned }) => returned,
      cell: ({ returned }) => format.percent(returned, 0),
    },
  ]
}

function nextColumns({ t, format }: Reader): Column<Next>[] {
  return [
    {
      name: 'from',
      header: t('behaviour.column.firstItem'),
      isNumber: false,
      value: ({ from, fromName }) => fromName || from,
      cell: ({ from, fromName }) => fromName || from,
    },
    {
      name: 'to',
      header: t('behaviour.column.nextItem'),
      isNumber: false,
      value: ({ to, toName }) => toName || to,
      cell: ({ to, toName }) => toName || to,
    },
    {
      name: 'accounts',
      header: t('behaviour.column.accounts'),
      isNumber: true,
      value: ({ accounts }) => accounts,
      cell: ({ accounts }) => format.count(accounts),
    },
    {
      name: 'share',
      header: t('behaviour.column.share'),
      isNumber: true,
      value: ({ share }) => share,
      cell: ({ share }) => format.percent(share, 0),
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
  return [
    {
      name: 'item',
      header: t('behaviour.column.item'),
      isNumber: false,
      value: ({ item, itemName }) => itemName || item,
      cell: ({ item, itemName }) => itemName || item,
    },
    {
      name: 'elasticity',
      header: t('behaviour.column.elasticity'),
      isNumber: true,
      value: ({ elasticity }) => elasticity,
      cell: ({ elasticity }) => format.decimal(elasticity, 2),
    },
    {
      name: 'limits',
      header: t('behaviour.column.limits'),
      isNumber: true,
      value: ({ lower }) => lower,
      cell: ({ lower, upper }) => `${format.decimal(lower, 2)} – ${format.decimal(upper, 2)}`,
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
