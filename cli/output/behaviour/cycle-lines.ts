import { holidayName } from '@vitalfew/contract/holiday-name.ts'
import type { CalendarSlot, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import pc from 'picocolors'
import { columnsOfText } from '../columns-of-text.ts'
import type { BehaviourFormats } from './behaviour-formats.ts'

const accountsShown = 15

/** Gaps, who is due, and which days, months and festivals are strong. */
export function cycleLines(cycle: PurchaseCycle, formats: BehaviourFormats): string[] {
  const { t, whole, decimal, money, section, table, name } = formats
  const { gaps, calendar } = cycle
  const statuses = cycle.statuses.map((row) => [
    t(`behaviour.status.${row.status}`),
    whole(row.accounts),
    money(row.revenueLast12Months),
  ])
  const accounts = cycle.listed
    .slice(0, accountsShown)
    .map((row) => [
      name(row.account, row.accountName),
      t(`behaviour.status.${row.status}`),
      row.lastOrder,
      whole(row.medianGapDays),
      whole(row.silenceDays),
      row.expected,
      money(row.revenueLast12Months),
    ])
  const columns = ['account', 'status', 'lastOrder', 'medianGap', 'silence', 'expected', 'revenue12']
  return [
    pc.bold(t('behaviour.title.cycle', { asOf: cycle.asOf })),
    ...(gaps === null
      ? [t('behaviour.empty')]
      : [
          t('behaviour.note.gaps', {
            median: decimal(gaps.median),
            lower: decimal(gaps.lower25),
            upper: decimal(gaps.upper25),
            accounts: whole(cycle.repeatAccounts),
            all: whole(cycle.accounts),
          }),
        ]),
    ...section(t('behaviour.table.statuses'), table(['status', 'accounts', 'revenue12'], statuses)),
    ...section(t('behaviour.table.due'), table(columns, accounts, 'lllrrlr')),
    ...section(t('behaviour.table.weekdays'), slotLines(calendar.weekdays, { kind: 'weekday', formats })),
    ...section(t('behaviour.table.months'), slotLines(calendar.months, { kind: 'month', formats })),
    ...section(t('behaviour.table.hours'), slotLines(calendar.hours ?? [], { kind: 'hour', formats })),
    ...section(t('behaviour.table.festivals'), festivalLines(calendar.festivals, formats)),
  ]
}

const barWidth = 20

/** One line per slot with a bar by its index; 1 is half of the width. */
function slotLines(
  slots: readonly CalendarSlot[],
  { kind, formats }: { readonly kind: 'weekday' | 'month' | 'hour'; readonly formats: BehaviourFormats },
): string[] {
  const { t, decimal, whole } = formats
  const rows = slots.map((slot) => [
    kind === 'hour' ? `${String(slot.slot).padStart(2, '0')}:00` : t(`behaviour.${kind}.${slot.slot}`),
    whole(slot.orders),
    decimal(slot.orderIndex),
    '█'.repeat(Math.min(2 * barWidth, Math.round((slot.orderIndex * barWidth) / 2))),
  ])
  return columnsOfText(rows, { align: 'lrrl' })
}

function festivalLines(
  festivals: PurchaseCycle['calendar']['festivals'],
  { t, decimal, table }: BehaviourFormats,
): string[] {
  const rows = festivals.map((row) => [
    holidayName(row, t),
    t(`behaviour.window.${row.window}`),
    decimal(row.ratio),
    row.lower === null ? '–' : `${decimal(row.lower)} – ${decimal(row.upper)}`,
    row.years.map(({ year }) => year).join(' '),
  ])
  return table(['festival', 'window', 'ratio', 'limits', 'years'], rows, 'llrrl')
}
