import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { App, Button } from 'antd'
import { useReader } from '../design/reader.tsx'

/** Says that a job has ended, and how. */
export function useJobToast(): (job: Job) => void {
  const { notification } = App.useApp()
  const { t } = useReader()
  return (job) => {
    const what = { kind: t(`jobs.kind.${job.kind}`), title: job.title }
    if (job.state === 'done') {
      const { exportId } = job.result
      notification.success({
        title: t('app.jobs.done', what),
        description: job.title,
        actions: exportId !== undefined && (
          <Button type="primary" size="small" href={`/api/exports/${exportId}/file`}>
            {t('app.jobs.download')}
          </Button>
        ),
        duration: exportId === undefined ? 5 : 30,
      })
    } else if (job.state === 'failed') {
      notification.error({
        title: t('app.jobs.failed', what),
        description: job.failure?.message ?? job.title,
        duration: 0,
      })
    } else {
      notification.info({ title: t('app.jobs.cancelled', what), description: job.title })
    }
  }
}
