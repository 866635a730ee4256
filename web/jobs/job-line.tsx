import { useMutation } from '@tanstack/react-query'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { Button, Progress, Tag } from 'antd'
import { client } from '../app/api.ts'
import { toldByAlert } from '../app/fault-alerts.tsx'
import { useReader } from '../design/reader.tsx'
import { isUnderWay, progressOf } from './job-list.ts'

/** One job: what it is, how far it is, or how it ended. */
export function JobLine(props: { job: Job }) {
  const { t } = useReader()
  const { job } = props
  const cancel = useMutation({ mutationFn: () => client.jobs.cancel({ id: job.id }), meta: toldByAlert })
  const percent = progressOf(job)
  const kind = t(`jobs.kind.${job.kind}`)
  return (
    <div className="vf-job" role="group" aria-label={kind}>
      <div className="vf-job-head">
        <strong>{kind}</strong>
        <span className="vf-job-title">{job.title}</span>
        {isUnderWay(job) ? (
          <Button size="small" type="text" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('app.jobs.cancel')}
          </Button>
        ) : (
          <JobStateTag job={job} />
        )}
      </div>
      {isUnderWay(job) && (
        <>
          <Progress
            percent={percent ?? 0}
            size="small"
            status="active"
            showInfo={percent !== null}
            aria-label={t('app.jobs.progress', { kind })}
          />
          <span className="vf-note">{t(`jobs.step.${job.step}`)}</span>
        </>
      )}
      {job.failure !== null && <p className="vf-down">{job.failure.message}</p>}
      {job.result.exportId !== undefined && (
        <a href={`/api/exports/${job.result.exportId}/file`}>{t('app.jobs.download')}</a>
      )}
    </div>
  )
}

const tones = {
  waiting: 'default',
  running: 'processing',
  done: 'success',
  failed: 'error',
  cancelled: 'default',
} as const

export function JobStateTag(props: { job: Job }) {
  const { t } = useReader()
  return <Tag color={tones[props.job.state]}>{t(`jobs.state.${props.job.state}`)}</Tag>
}
