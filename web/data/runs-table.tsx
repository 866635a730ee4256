import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { RunEntry } from '@vitalfew/contract/api/runs.ts'
import { App, Button, Empty, Tag, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { faultWords } from '../app/fault-words.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { WideTable } from '../design/wide-table.tsx'

/** Every analysis that was shown, with what it was asked; and a new one at a press. */
export function RunsTable() {
  const reader = useReader()
  const { t } = reader
  const { message } = App.useApp()
  const [place, setPlace] = useState({ page: 1, pageSize: 20 })
  const runs = useQuery({ ...api.runs.list.queryOptions({ input: place }), placeholderData: keepPreviousData })
  const start = useMutation({
    mutationFn: () => client.runs.start({}),
    onSuccess: () => message.success(t('app.data.runBegun')),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  if (runs.isError) return <FaultNotice fault={runs.error} onRetry={() => void runs.refetch()} />
  return (
    <>
      <div className="vf-bar-row">
        <Button loading={start.isPending} onClick={() => start.mutate()}>
          {t('app.data.run')}
        </Button>
        <span className="vf-note">{t('app.data.runNote')}</span>
      </div>
      <WideTable<RunEntry>
        size="middle"
        rowKey={(run) => `${run.id} ${run.publishedAt}`}
        loading={runs.isFetching}
        dataSource={runs.data?.rows ?? []}
        columns={runColumns(reader)}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('app.data.noRuns')} /> }}
        pagination={tablePager({ ...place, total: runs.data?.total ?? 0, onChange: setPlace, reader })}
      />
    </>
  )
}

function runColumns({ t, format }: Reader): TableColumnsType<RunEntry> {
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  return [
    {
      key: 'asOf',
      title: t('app.account.asOf'),
      rowScope: 'row',
      render: (_, run) => (
        <>
          {format.day(run.asOf)} {run.level !== 'account' && <Tag>{t(`app.level.${run.level}`)}</Tag>}
          {run.isCurrent && <Tag color="success">{t('app.data.currentRun')}</Tag>}
        </>
      ),
    },
    { key: 'at', title: t('app.data.publishedAt'), render: (_, run) => format.instant(run.publishedAt) },
    {
      key: 'accounts',
      title: t('report.headline.accounts'),
      align: 'right',
      render: (_, run) => format.count(run.accounts),
    },
    {
      key: 'revenue',
      title: `${t('analysis.measure.netRevenue')}${unit}`,
      align: 'right',
      render: (_, run) => format.amount(run.netRevenue),
    },
    {
      key: 'abc',
      title: t('analysis.column.abcClass'),
      render: (_, run) =>
        t('app.data.cuts', {
          measure: t(`analysis.measure.${run.measure}`),
          first: format.percent(run.abcCuts[0], 0),
          second: format.percent(run.abcCuts[1], 0),
        }),
    },
    { key: 'model', title: t('app.data.model'), dataIndex: 'model' },
    { key: 'imports', title: t('app.overview.imports'), align: 'right', render: (_, run) => format.count(run.imports) },
    { key: 'id', title: t('app.data.runId'), render: (_, run) => <code>{run.id.slice(0, 12)}</code> },
  ]
}
