import { holidayName } from '@vitalfew/contract/holiday-name.ts'
import type { CalendarSlot, FestivalPattern, PurchaseCycle } from '@vitalfew/contract/purchase-behaviour.ts'
import { useMemo } from 'react'
import { Card } from '../design/card.tsx'
import { type Column, DataTable } from '../design/data-table.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { SeriesChart } from './series-chart.tsx'

/** Which weekdays, months, hours and festivals sell more than others. */
export function CalendarCards(props: { calendar: PurchaseCycle['calendar'] }) {
  const { t } = useReader()
  const { weekdays, months, hours, festivals } = props.calendar
  return (
    <>
      <div className="vf-pair">
        <SlotCard kind="weekdays" slots={weekdays} wordOf={(slot) => t(`behaviour.weekday.${slot}`)} />
        <SlotCard kind="months" slots={months} wordOf={(slot) => t(`behaviour.month.${slot}`)} />
      </div>
      {hours !== null && <SlotCard kind="hours" slots={hours} wordOf={(slot) => `${slot}:00`} />}
      {festivals.length > 0 && <FestivalCard festivals={festivals} />}
    </>
  )
}

function SlotCard(props: {
  kind: 'weekdays' | 'months' | 'hours'
  slots: readonly CalendarSlot[]
  wordOf: (slot: number) => string
}) {
  const { t, format } = useReader()
  const { kind, slots, wordOf } = props
  const title = t(`habits.cycle.${kind}`)
  const series = useMemo(
    () => [
      { name: t('habits.file.orderIndex'), kind: 'bars' as const, values: slots.map(({ orderIndex }) => orderIndex) },
      { name: t('habits.file.revenueIndex'), kind: 'line' as const, values: slots.map((slot) => slot.revenueIndex) },
    ],
    [slots, t],
  )
  return (
    <Card title={title} note={t('habits.cycle.indexNote')}>
      <SeriesChart
        label={title}
        by={t(kind === 'weekdays' ? 'habits.file.weekdays' : 'habits.file.months')}
        categories={slots.map(({ slot }) => wordOf(slot))}
        series={series}
        write={(value) => format.decimal(value, 2)}
      />
    </Card>
  )
}

function FestivalCard(props: { festivals: readonly FestivalPattern[] }) {
  const reader = useReader()
  const columns = useMemo(() => festivalColumns(reader), [reader])
  return (
    <Card title={reader.t('habits.cycle.festivals')} note={reader.t('habits.cycle.festivalNote')}>
      <DataTable
        caption={reader.t('habits.cycle.festivals')}
        columns={columns}
        rows={props.festivals}
        rowKey={({ festival, name, window }) => `${festival} ${window} ${name ?? ''}`}
        order={{ column: 'ratio', descending: true }}
        empty={reader.t('behaviour.empty')}
      />
    </Card>
  )
}

function festivalColumns({ t, format }: Reader): Column<FestivalPattern>[] {
  return [
    {
      name: 'festival',
      header: t('behaviour.column.festival'),
      isNumber: false,
      value: (pattern) => holidayName(pattern, t),
      cell: (pattern) => holidayName(pattern, t),
    },
    {
      name: 'window',
      header: t('behaviour.column.window'),
      isNumber: false,
      value: ({ window }) => window,
      cell: ({ window }) => t(`behaviour.window.${window}`),
    },
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
        lower === null || upper === null ? '–' : `${format.decimal(lower, 2)} – ${format.decimal(upper, 2)}`,
    },
    {
      name: 'years',
      header: t('behaviour.column.years'),
      isNumber: true,
      value: ({ years }) => years.length,
      cell: ({ years }) => years.map(({ year }) => year).join(' '),
    },
  ]
}
