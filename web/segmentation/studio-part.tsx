import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Empty } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { hasNoRun } from '../app/fault-words.ts'
import { PageWait } from '../app/page-wait.tsx'
import { NoData } from '../data/no-data.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { JobLine } from '../jobs/job-line.tsx'
import { useJobChain } from '../jobs/use-job-chain.ts'
import { SegmentationResult } from './segmentation-result.tsx'
import { TrialForm } from './trial-form.tsx'
import { type TrialDraft, requestOf } from './trial-draft.ts'

/**
 * Choose, try, look, name, save. The address keeps the trial, so that it can be sent to somebody; without one it goes on
 * with what the person tried last, or is trying at this moment.
 */
export function StudioPart(props: { trial: string | null; onTrial: (id: string) => void }) {
  const { t } = useReader()
  const { trial, onTrial } = props
  const [jobId, setJobId] = useState<string | null>(null)
  const queries = useQueryClient()
  const known = useQuery(api.segments.list.queryOptions({ staleTime: 60_000 }))
  const features = useQuery(api.segments.features.queryOptions({ staleTime: 300_000 }))
  const start = useMutation({
    mutationFn: (draft: TrialDraft) => client.segments.start(requestOf(draft)),
    onSuccess: (begun) => {
      setJobId(begun.jobId)
      // Whoever leaves and comes back finds it still running.
      void queries.invalidateQueries({ queryKey: api.segments.list.key() })
    },
  })
  const running = known.data?.running ?? null
  if (jobId === null && running !== null) setJobId(running)
  const chain = useJobChain(jobId)
  const job = chain.jobs[0]
  const made = chain.hasEnded ? job?.result.segmentationId : undefined
  const isAwaited = trial === null || start.data?.jobId === jobId
  const show = useEffectEvent(onTrial)
  useEffect(() => {
    // A trial begun elsewhere does not take away what somebody came to look at.
    if (made !== undefined && isAwaited) show(made)
  }, [made, isAwaited])
  if (features.isError)
    return hasNoRun(features.error) ? (
      <NoData />
    ) : (
      <FaultNotice fault={features.error} onRetry={() => void features.refetch()} />
    )
  if (features.isPending || (trial === null && known.isPending)) return <PageWait />
  const shown = trial ?? known.data?.newest ?? null
  const isRunning = start.isPending || (jobId !== null && !chain.hasEnded)
  return (
    <div className="vf-stack">
      <TrialForm features={features.data.features} isRunning={isRunning} onStart={(draft) => start.mutate(draft)} />
      <div className="vf-trial-live" aria-live="polite">
        <FaultLine fault={start.error} />
        {job !== undefined && made === undefined && (
          <Card>
            <JobLine job={job} />
            <p className="vf-note">{t(chain.hasEnded ? 'segments.form.failed' : 'segments.form.leave')}</p>
          </Card>
        )}
      </div>
      {shown === null ? !isRunning && <NothingYet /> : <Trial key={shown} id={shown} />}
    </div>
  )
}

function NothingYet() {
  const { t } = useReader()
  return (
    <Card>
      <Empty
        description={
          <>
            <strong>{t('segments.empty.title')}</strong>
            <br />
            {t('segments.empty.hint')}
          </>
        }
      />
    </Card>
  )
}

function Trial(props: { id: string }) {
  const answer = useQuery(api.segments.get.queryOptions({ input: { id: props.id }, staleTime: 60_000 }))
  if (answer.isPending) return <PageWait />
  if (answer.isError) return <FaultNotice fault={answer.error} onRetry={() => void answer.refetch()} />
  return <SegmentationResult detail={answer.data} />
}
