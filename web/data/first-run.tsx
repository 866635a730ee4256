import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { Alert } from 'antd'
import { useReader } from '../design/reader.tsx'
import { JobLine } from '../jobs/job-line.tsx'

/** What is being done where there is nothing to show yet. */
export function FirstRun(props: { title: string; jobs: readonly Job[] }) {
  const { t } = useReader()
  return (
    <div className="vf-first-run">
      <h1>{props.title}</h1>
      <Alert type="info" showIcon title={t('app.noData.runningHint')} />
      {props.jobs.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </div>
  )
}
