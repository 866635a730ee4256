import type { CycleAccount } from '@vitalfew/contract/purchase-behaviour.ts'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { AccountLink } from './account-link.tsx'

const tones = { overdue: 'warn', due: 'accent', early: 'quiet', unknown: 'quiet' } as const

/** The work list of who should buy: how usual, how silent, when expected, what hangs on it. */
export function cycleColumns({ t, format }: Reader, keys: Record<string, string>): Column<CycleAccount>[] {
  return [
    {
      name: 'account',
      header: t('behaviour.column.account'),
      isNumber: false,
      value: ({ account, accountName }) => accountName || account,
      cell: (row) => <AccountLink keys={keys} of={row} />,
    },
    {
      name: 'status',
      header: t('behaviour.column.status'),
      isNumber: false,
      value: ({ status }) => status,
      cell: ({ status }) => <Tag tone={tones[status]}>{t(`behaviour.status.${status}`)}</Tag>,
    },
    {
      name: 'revenue',
      header: t('behaviour.column.revenue12'),
      unit: format.unit,
      isNumber: true,
      value: ({ revenueLast12Months }) => revenueLast12Months,
      cell: ({ revenueLast12Months }) => format.amount(revenueLast12Months),
    },
    {
      name: 'expected',
      header: t('behaviour.column.expected'),
      isNumber: false,
      value: ({ expected }) => expected,
      cell: ({ expected }) => format.day(expected),
    },
    {
      name: 'range',
      header: t('habits.cycle.range', { from: t('habits.file.from'), to: t('habits.file.to') }),
      isNumber: false,
      value: ({ from }) => from,
      cell: ({ from, to }) => t('habits.cycle.range', { from, to }),
    },
    ...rhythmColumns({ t, format }),
  ]
}

function rhythmColumns({ t, format }: Pick<Reader, 't' | 'format'>): Column<CycleAccount>[] {
  return [
    {
      name: 'silence',
      header: t('behaviour.column.silence'),
      isNumber: true,
      value: ({ silenceDays }) => silenceDays,
      cell: ({ silenceDays }) => format.count(silenceDays),
    },
    {
      name: 'usual',
      header: t('behaviour.column.medianGap'),
      isNumber: true,
      value: ({ medianGapDays }) => medianGapDays,
      cell: ({ medianGapDays }) => format.decimal(medianGapDays, medianGapDays % 1 === 0 ? 0 : 1),
    },
    {
      name: 'lastOrder',
      header: t('behaviour.column.lastOrder'),
      isNumber: false,
      value: ({ lastOrder }) => lastOrder,
      cell: ({ lastOrder }) => format.day(lastOrder),
    },
  ]
}
