import type { WhitespaceItem } from '@vitalfew/contract/purchase-behaviour.ts'
import type { PreferredItem } from '@vitalfew/contract/purchase-preference.ts'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { AccountLink } from './account-link.tsx'

type OwnItem = Omit<PreferredItem, 'account' | 'accountName'>
type OwnOffer = Omit<WhitespaceItem, 'account' | 'accountName'>

/** Preferences with the account that has them. */
export function preferredColumns(reader: Reader, keys: Record<string, string>): Column<PreferredItem>[] {
  return [accountColumn(reader, keys), ...itemColumns(reader)]
}

function accountColumn<Row extends { account: string; accountName: string }>(
  { t }: Reader,
  keys: Record<string, string>,
): Column<Row> {
  return {
    name: 'account',
    header: t('behaviour.column.account'),
    isNumber: false,
    value: ({ account, accountName }) => accountName || account,
    cell: (row) => <AccountLink keys={keys} of={row} />,
  }
}

/** How often an item was bought beside the habits of all. */
export function itemColumns({ t, format }: Reader): Column<OwnItem>[] {
  return [
    {
      name: 'item',
      header: t('behaviour.column.item'),
      isNumber: false,
      value: ({ item, itemName }) => itemName || item,
      cell: ({ item, itemName }) => itemName || item,
    },
    {
      name: 'lift',
      header: t('behaviour.column.lift'),
      isNumber: true,
      value: ({ lift }) => lift,
      cell: ({ lift, lower, upper }) => (
        <Tag tone={lower > 1 ? 'accent' : upper < 1 ? 'warn' : 'quiet'}>{format.decimal(lift, 2)}</Tag>
      ),
    },
    {
      name: 'limits',
      header: t('behaviour.column.limits90'),
      isNumber: true,
      value: ({ lower }) => lower,
      cell: ({ lower, upper }) => `${format.decimal(lower, 2)} – ${format.decimal(upper, 2)}`,
    },
    {
      name: 'seen',
      header: t('behaviour.column.seen'),
      isNumber: true,
      value: ({ seen }) => seen,
      cell: ({ seen }) => format.count(seen),
    },
    {
      name: 'usual',
      header: t('behaviour.column.usual'),
      isNumber: true,
      value: ({ expected }) => expected,
      cell: ({ expected }) => format.decimal(expected, 1),
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

/** What accounts alike buy and one does not, with the account. */
export function whitespaceColumns(reader: Reader, keys: Record<string, string>): Column<WhitespaceItem>[] {
  return [accountColumn(reader, keys), ...offerColumns(reader)]
}

export function offerColumns({ t, format }: Reader): Column<OwnOffer>[] {
  return [
    {
      name: 'item',
      header: t('behaviour.column.item'),
      isNumber: false,
      value: ({ item, itemName }) => itemName || item,
      cell: ({ item, itemName }) => itemName || item,
    },
    {
      name: 'expectedValue',
      header: t('behaviour.column.expectedValue'),
      unit: format.unit,
      isNumber: true,
      value: ({ expectedValue }) => expectedValue,
      cell: ({ expectedValue }) => format.amount(expectedValue),
    },
    {
      name: 'probability',
      header: t('habits.whitespace.probability'),
      isNumber: true,
      value: ({ probability }) => probability,
      cell: ({ probability }) => format.percent(probability, 0),
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
      name: 'spendShare',
      header: t('behaviour.column.spendShare'),
      isNumber: true,
      value: ({ spendShare }) => spendShare,
      cell: ({ spendShare }) => format.percent(spendShare),
    },
    {
      name: 'evidence',
      header: t('behaviour.column.evidence'),
      isNumber: false,
      value: ({ evidence }) => evidence.join(' '),
      cell: ({ evidence }) => evidence.join(t('habits.list')),
    },
  ]
}
