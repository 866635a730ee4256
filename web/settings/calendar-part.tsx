import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import { App, Button, Empty, Form, Input, Segmented, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { toldByAlert } from '../app/fault-alerts.tsx'
import { Card } from '../design/card.tsx'
import { type Reader, useReader } from '../design/reader.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { type CalendarRow, calendarYears, prepareCalendar } from './prepare-calendar.ts'

/** The company's own days off and working days, beside the festivals that are known. */
export function CalendarPart() {
  const reader = useReader()
  const { t } = reader
  const { calendar } = useSuspenseQuery(api.settings.get.queryOptions()).data
  const [thisYear] = useState(() => new Date().getFullYear())
  const [year, setYear] = useState(thisYear)
  const save = useSaveCalendar()
  const remove = (row: CalendarRow): void =>
    save.mutate({
      calendar: calendar.filter((_, place) => place !== row.place),
      told: t('app.calendar.removed', { name: row.name }),
    })
  return (
    <Card note={t('app.calendar.note')}>
      <AddDays
        fault={save.error}
        isSaving={save.isPending}
        onAdd={async (days) => {
          await save.mutateAsync({ calendar: [...calendar, days], told: t('app.calendar.added', { name: days.name }) })
          setYear(Number(days.from.slice(0, 4)))
        }}
      />
      <div className="vf-bar-row">
        <Select<number>
          aria-label={t('app.calendar.year')}
          value={year}
          options={calendarYears(calendar, thisYear).map((value) => ({
            value,
            label: t('app.calendar.yearOf', { year: value }),
          }))}
          onChange={setYear}
        />
      </div>
      <WideTable
        size="middle"
        rowKey="key"
        aria-label={t('app.calendar.days')}
        dataSource={prepareCalendar(calendar, year)}
        pagination={false}
        locale={{ emptyText: <Empty description={t('app.calendar.none')} /> }}
        columns={calendarColumns(reader, remove)}
      />
    </Card>
  )
}

interface CalendarChange {
  readonly calendar: CalendarDays[]
  /** What was done, as it is said afterwards; left out for what is taken back. */
  readonly told?: string
}

/** Saves the calendar as a whole, says so, and offers to take it back. */
function useSaveCalendar() {
  const { t } = useReader()
  const { notification } = App.useApp()
  const queries = useQueryClient()
  const key = api.settings.get.queryKey()
  const change = async ({ calendar }: CalendarChange): Promise<CalendarDays[]> => {
    const known = await queries.query({ ...api.settings.get.queryOptions(), staleTime: 'static' })
    queries.setQueryData(key, await client.settings.update({ calendar, version: known.version }))
    // How accounts buy is told by the calendar.
    await queries.invalidateQueries({ queryKey: api.behaviour.key() })
    return known.calendar
  }
  const undo = useMutation({ mutationFn: change, meta: toldByAlert })
  return useMutation({
    mutationFn: change,
    onError: () => queries.invalidateQueries({ queryKey: key }),
    onSuccess: (before, { told }) => {
      const shown = 'calendar'
      const takeBack = (): void => {
        notification.destroy(shown)
        undo.mutate({ calendar: before })
      }
      const actions = (
        <Button size="small" onClick={takeBack}>
          {t('app.action.undo')}
        </Button>
      )
      notification.success({ key: shown, title: told, actions, duration: 10 })
    },
  })
}

interface NewDays {
  name: string
  kind: 'off' | 'worked'
  from: string
  to: string
}

function AddDays(props: { fault: unknown; isSaving: boolean; onAdd: (days: CalendarDays) => Promise<void> }) {
  const { t } = useReader()
  const [form] = Form.useForm<NewDays>()
  const needed = [{ required: true, message: t('app.field.needed') }]
  const add = async ({ name, kind, from, to }: NewDays): Promise<void> => {
    await props.onAdd({ name: name.trim(), from, to: to === '' ? from : to, isWorked: kind === 'worked' }).then(
      () => form.resetFields(['from', 'to']),
      // Told above the fields, which stay as they are.
      () => undefined,
    )
  }
  return (
    <>
      <FaultLine fault={props.fault} />
      <Form<NewDays>
        form={form}
        layout="inline"
        requiredMark={false}
        className="vf-bar-row"
        initialValues={{ kind: 'off', name: '', from: '', to: '' }}
        onFinish={(days) => void add(days)}
      >
        <Form.Item name="kind">
          <Segmented
            aria-label={t('app.calendar.kind')}
            options={(['off', 'worked'] as const).map((value) => ({ value, label: t(`app.calendar.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('app.calendar.name')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={60} placeholder={t('app.calendar.nameHint')} />
        </Form.Item>
        <Form.Item name="from" label={t('app.calendar.from')} rules={needed}>
          <Input type="date" max="9999-12-31" />
        </Form.Item>
        <Form.Item name="to" label={t('app.calendar.to')}>
          <Input type="date" max="9999-12-31" />
        </Form.Item>
        <Button htmlType="submit" loading={props.isSaving}>
          {t('app.calendar.add')}
        </Button>
      </Form>
    </>
  )
}

function calendarColumns({ t, format }: Reader, remove: (row: CalendarRow) => void): TableColumnsType<CalendarRow> {
  const festivalsOf = (row: CalendarRow): string =>
    row.festivals.map((festival) => t(`behaviour.festival.${festival}`)).join(t('report.listComma'))
  return [
    {
      key: 'name',
      title: t('app.calendar.name'),
      rowScope: 'row',
      render: (_, row) => row.name || festivalsOf(row),
    },
    {
      key: 'kind',
      title: t('app.calendar.kind'),
      render: (_, row) =>
        [
          t(`app.calendar.${row.kind}`),
          ...(row.kind === 'off' && row.festivals.length > 0 ? [festivalsOf(row)] : []),
        ].join(' · '),
    },
    { key: 'from', title: t('app.calendar.from'), dataIndex: 'from' },
    { key: 'to', title: t('app.calendar.to'), dataIndex: 'to' },
    { key: 'days', title: t('app.calendar.count'), align: 'right', render: (_, row) => format.count(row.days) },
    {
      key: 'acts',
      title: t('app.data.acts'),
      render: (_, row) =>
        row.place === null ? null : (
          <Button
            size="small"
            danger
            aria-label={t('app.calendar.removeOf', { name: row.name })}
            onClick={() => remove(row)}
          >
            {t('app.calendar.remove')}
          </Button>
        ),
    },
  ]
}
