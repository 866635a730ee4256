import { useQuery } from '@tanstack/react-query'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { Button, Empty, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { JobStateTag } from './job-line.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { WideTable } from '../design/wide-table.tsx'

/** Everything that ran by itself: imports, analyses, exports. */
export function JobsTable() {
  const reader = useReader()
  const [place, setPlace] = useState({ page: 1, pageSize: 20 })
  const jobs = useQuery({ ...api.jobs.list.queryOptions({ input: place }), placeholderData: (before) => before })
  if (jobs.isError) return <FaultNotice fault={jobs.error} onRetry={() => void jobs.refetch()} />
  return (
    <WideTable<Job>
      size="middle"
      rowKey="id"
      loading={jobs.isFetching}
      columns={jobColumns(reader)}
      dataSource={jobs.data?.rows ?? []}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty description={reader.t('app.jobs.empty')} /> }}
      pagination={tablePager({ ...place, total: jobs.data?.total ?? 0, onChange: setPlace, reader })}
    />
  )
}

function jobColumns({ t, format }: Reader): TableColumnsType<Job> {
  return [
    { key: 'kind', title: t('app.jobs.kind'), render: (_, job) => t(`jobs.kind.${job.kind}`) },
    { key: 'title', title: t('app.jobs.subject'), dataIndex: 'title', ellipsis: true, width: 280 },
    { key: 'state', title: t('app.jobs.state'), render: (_, job) => <JobStateTag job={job} /> },
    { key: 'by', title: t('app.jobs.by'), dataIndex: 'startedBy' },
    { key: 'at', title: t('app.jobs.begun'), render: (_, job) => format.instant(job.createdAt) },
    { key: 'took', title: t('app.jobs.took'), align: 'right', render: (_, job) => tookWords(job, { t, format }) },
    {
      key: 'result',
      title: t('app.jobs.result'),
      render: (_, job) =>
        job.failure !== null ? (
          <span className="vf-down">{job.failure.message}</span>
        ) : job.result.exportId === undefined ? (
          job.rows === null ? null : (
            t('app.jobs.rows', { rows: format.count(job.rows) })
          )
        ) : (
          <Button size="small" href={`/api/exports/${job.result.exportId}/file`}>
            {t('app.jobs.download')}
          </Button>
        ),
    },
  ]
}

function tookWords(job: Job, { t, format }: Pick<Reader, 't' | 'format'>): string {
  if (job.startedAt === null || job.finishedAt === null) return '–'
  const seconds = (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000
  return t('app.jobs.seconds', { seconds: format.decimal(seconds, 1) })
}
