import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'
import { useJobChain } from '../jobs/use-job-chain.ts'

/** Says that figures do not know yet what was decided, and brings them up to date. */
export function PendingChanges(props: { count: number }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const [jobId, setJobId] = useState<string | null>(null)
  const { hasEnded } = useJobChain(jobId)
  const start = useMutation({
    mutationFn: () => client.runs.start({}),
    onSuccess: (job) => setJobId(job.jobId),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  if (props.count === 0) return null
  const isUnderWay = start.isPending || (jobId !== null && !hasEnded)
  return (
    <Alert
      className="vf-identity-pending"
      type="info"
      showIcon
      title={t('identity.page.pending', { count: props.count })}
      action={
        <Button type="primary" loading={isUnderWay} onClick={() => start.mutate()}>
          {t('identity.page.refresh')}
        </Button>
      }
    />
  )
}
