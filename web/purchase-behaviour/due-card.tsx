import { useMemo } from 'react'
import type { CycleAccount, FestivalPattern, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { Card } from '../design/card.tsx'
import { type Column, DataTable } from '../design/data-table.tsx'
import { missingMark } from '../design/formats.ts'
import { type Reader, useReader } from '../design/reader.tsx'

/** Who should have bought by now, by their own rhythm, and which festivals move sales. */
export function DueCard(props: { cycle: PurchaseCycle }) {
  const reader = useReader()
  const { t, format } = reader
  const { cycle } = props
  const { gaps, repeatAccounts, accounts, listed, calendar } = cycle
  const due = useMemo(() => dueColumns(reader), [reader])
  const festivals = useMemo(() => festivalColumns(reader), [reader])
  return (
    <>
      <Card
        title={t('behaviour.report.cycle.title')}
        {...(gaps === null
          ? {}
          : {
              note: t('behaviour.note.gaps', {
                median: format.decimal(gaps.median),
                lower: format.decimal(gaps.lower25),
                upper: format.decimal(gaps.upper25),
                accounts: format.count(repeatAccounts),
                all: format.count(accounts),
              }),
            })}
      >
        <DataTable
          caption={t('behaviour.report.cycle.title')}
          columns={due}
          rows={listed}
          rowKey={({ account }) => account}
          order={{ column: 'revenue', descending: true }}
          empty={t('behaviour.empty')}
        />
      </Card>
      {calendar.festivals.length > 0 && (
        <Card title={t('behaviour.report.festivals.title')} note={t('behaviour.report.festivals.note')}>
          <DataTable
            caption={t('behaviour.report.festivals.title')}
            columns={festivals}
            rows={calendar.festivals}
            rowKey={({ festival, window }) => `${festival} ${window}`}
            order={{ column: 'ratio', descending: true }}
            empty={t('behaviour.empty')}
          />
        </Card>
      )}
    </>
  )
}

function dueColumns({ t, format }: Reader): Column<CycleAccount>[] {
  const account = (row: CycleAccount): string => row.accountName || row.account
  return [
    { name: 'account', header: t('behaviour.column.account'), isNumber: false, value: account, cell: account },
    {
      name: 'status',
      header: t('behaviour.column.status'),
      isNumber: false,
      value: ({ status }) => status,
      cell: ({ status }) => t(`behaviour.status.${status}`),
    },
    {
      name: 'expected',
      header: t('behaviour.column.expected'),
      isNumber: false,
      value: ({ expected }) => expected,
      cell: ({ expected }) => format.day(expected),
    },
    {
      name: 'gap',
      header: t('behaviour.column.medianGap'),
      isNumber: true,
      value: ({ medianGapDays }) => medianGapDays,
      cell: ({ medianGapDays }) => format.decimal(medianGapDays, 0),
    },
    {
      name: 'silence',
      header: t('behaviour.column.silence'),
      isNumber: true,
      value: ({ silenceDays }) => silenceDays,
      cell: ({ silenceDays }) => format.count(silenceDays),
    },
    {
      name: 'revenue',
      header: t('behaviour.column.revenue12'),
      unit: format.unit,
      isNumber: true,
      value: ({ revenueLast12Months }) => revenueLast12Months,
      cell: ({ revenueLast12Months }) => format.amount(revenueLast12Months),
    },
  ]
}

function festivalColumns({ t, format }: Reader): Column<FestivalPattern>[] {
  const title = ({ festival, window }: FestivalPattern): string =>
    t('behaviour.report.festivals.name', {
      festival: t(`behaviour.festival.${festival}`),
      window: t(`behaviour.window.${window}`),
    })
  return [
    { name: 'festival', header: t('behaviour.column.festival'), isNumber: false, value: title, cell: title },
    {
      name: 'ratio',
      header: t('behaviour.column.ratio'),
      isNumber: true,
      value: ({ ratio }) => ratio,
      cell: ({ ratio }) => format.decimal(ratio, 2),
    },
    {
      name: 'limits',
      header: t('behaviour.column.limits'),
      isNumber: true,
      value: ({ lower }) => lower,
      cell: ({ lower, upper }) =>
        lower === null ? missingMark : `${format.decimal(lower, 2)} – ${format.decimal(upper, 2)}`,
    },
    {
      name: 'years',
      header: t('behaviour.column.years'),
      isNumber: false,
      value: ({ years }) => years.length,
      cell: ({ years }) => years.map(({ year }) => year).join(' '),
    },
  ]
}
