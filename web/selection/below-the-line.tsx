import { useMemo } from 'react'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { BelowTheLine as Below } from '@vitalfew/contract/selection.ts'
import { DataTable, type Column } from '../design/data-table.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag } from './tier-tag.tsx'
import { useTitles, type Titles } from './tier-titles.tsx'
import { wayWords } from './way-words.ts'

/** Accounts just below a line, the nearest first, and what would move them over it. */
export function BelowTheLine(props: { accounts: readonly Below[]; written: Locale }) {
  const reader = useReader()
  const titles = useTitles()
  const { accounts, written } = props
  const columns = useMemo(() => belowColumns({ reader, titles, written }), [reader, titles, written])
  return (
    <DataTable
      caption={reader.t('report.selection.below.title')}
      columns={columns}
      rows={accounts}
      rowKey={(row) => row.account}
      order={{ column: 'missing', descending: false }}
      empty=""
    />
  )
}

function belowColumns(context: { reader: Reader; titles: Titles; written: Locale }): Column<Below>[] {
  const { t, format } = context.reader
  const word = (name: 'account' | 'target' | 'score' | 'missing' | 'ways') => t(`report.selection.below.${name}`)
  return [
    { name: 'account', header: word('account'), isNumber: false, value: accountTitle, cell: accountTitle },
    {
      name: 'target',
      header: word('target'),
      isNumber: false,
      value: (row) => context.titles.tier(row.target),
      cell: (row) => <TierTag tier={row.target} />,
    },
    {
      name: 'score',
      header: word('score'),
      isNumber: true,
      value: (row) => row.score,
      cell: (row) =>
        [row.score, ...(row.needed === null ? [] : [row.needed])].map((score) => format.decimal(score, 2)).join(' / '),
    },
    {
      name: 'missing',
      header: word('missing'),
      isNumber: true,
      value: (row) => (row.needed === null ? null : row.needed - row.score),
      cell: (row) => (row.needed === null ? t('selection.below.byRules') : format.decimal(row.needed - row.score, 2)),
    },
    {
      name: 'netRevenue',
      header: t('analysis.measure.netRevenue'),
      unit: format.unit,
      isNumber: true,
      value: (row) => row.netRevenue,
      cell: (row) => format.amount(row.netRevenue),
    },
    {
      name: 'ways',
      header: word('ways'),
      isNumber: false,
      value: (row) => row.ways.length,
      cell: (row) => <Ways words={wayWords(row, context)} isPossible={row.ways.length > 0} />,
    },
  ]
}

function Ways(props: { words: readonly string[]; isPossible: boolean }) {
  return (
    <ul className={props.isPossible ? 'vf-ways' : 'vf-ways vf-quiet-words'}>
      {props.words.map((way) => (
        <li key={way}>{way}</li>
      ))}
    </ul>
  )
}
