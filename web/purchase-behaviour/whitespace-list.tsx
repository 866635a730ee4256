import { useMemo } from 'react'
import type { PurchaseWhitespace, WhitespaceItem } from '@vitalfew/contract/purchase-behaviour.ts'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'

/** What accounts alike buy and one does not, by what it may be worth in a year. */
export function WhitespaceList(props: { whitespace: PurchaseWhitespace }) {
  const reader = useReader()
  const columns = useMemo(() => columnsOf(reader), [reader])
  return (
    <DataTable
      caption={reader.t('behaviour.report.whitespace.title')}
      columns={columns}
      rows={props.whitespace.offers}
      rowKey={(offer) => `${offer.account}\n${offer.item}`}
      order={{ column: 'expectedValue', descending: true }}
      empty={reader.t('behaviour.note.noOffers')}
    />
  )
}

function columnsOf({ t, format }: Reader): Column<WhitespaceItem>[] {
  const account = (offer: WhitespaceItem): string => offer.accountName || offer.account
  const item = (offer: WhitespaceItem): string => offer.itemName || offer.item
  return [
    { name: 'account', header: t('behaviour.column.account'), isNumber: false, value: account, cell: account },
    { name: 'item', header: t('behaviour.column.item'), isNumber: false, value: item, cell: item },
    {
      name: 'expectedValue',
      header: t('behaviour.column.expectedValue'),
      unit: format.unit,
      isNumber: true,
      value: ({ expectedValue }) => expectedValue,
      cell: ({ expectedValue }) => format.amount(expectedValue),
    },
    {
      name: 'peers',
      header: t('behaviour.column.peers'),
      isNumber: true,
      value: ({ buyers, peers }) => buyers / peers,
      cell: ({ buyers, peers }) =>
        t('behaviour.note.peers', { buyers: format.count(buyers), peers: format.count(peers) }),
    },
    {
      name: 'usualShare',
      header: t('behaviour.column.usualShare'),
      isNumber: true,
      value: ({ usualShare }) => usualShare,
      cell: ({ usualShare }) => format.percent(usualShare),
    },
    {
      name: 'evidence',
      header: t('behaviour.column.evidence'),
      isNumber: false,
      value: ({ evidence }) => evidence.join(' '),
      cell: ({ evidence }) => <span className="vf-names">{evidence.join(t('report.listComma'))}</span>,
    },
  ]
}
