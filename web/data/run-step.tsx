import { useMutation, useQuery } from '@tanstack/react-query'
import type { ImportEntry } from '@vitalfew/contract/api/imports.ts'
import { Button, Result } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { LinkButton } from '../app/link-button.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { JobLine } from '../jobs/job-line.tsx'
import { useJobChain } from '../jobs/use-job-chain.ts'

/** The import and the analysis after it as they go, then what came of them, with the way back. */
export function RunStep(props: { jobId: string | null; onAnother: () => void }) {
  const { t } = useReader()
  const { jobs, hasEnded } = useJobChain(props.jobId)
  const imported = jobs[0]
  const isDone = hasEnded && jobs.every(({ state }) => state === 'done')
  return (
    <div className="vf-stack" aria-live="polite">
      {!isDone && (
        <Card>
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
          {!hasEnded && <p className="vf-note">{t('app.import.leave')}</p>}
        </Card>
      )}
      {isDone && imported !== undefined && (
        <Outcome
          imports={imported.result.imports ?? []}
          isAnalysed={imported.result.followedBy !== undefined}
          onAnother={props.onAnother}
        />
      )}
      {hasEnded && !isDone && (
        <div className="vf-wizard-foot">
          <Button onClick={props.onAnother}>{t('app.import.again')}</Button>
        </div>
      )}
    </div>
  )
}

function Outcome(props: { imports: readonly number[]; isAnalysed: boolean; onAnother: () => void }) {
  const { t, format } = useReader()
  const [undoing, setUndoing] = useState<string | null>(null)
  const history = useQuery(api.imports.list.queryOptions({ input: { page: 1, pageSize: 50 } })).data?.rows ?? []
  const entries = history.filter(({ id }) => props.imports.includes(id))
  const undo = useMutation({
    mutationFn: async () => {
      let last = ''
      for (const id of props.imports) last = (await client.imports.undo({ id })).jobId
      return last
    },
    onSuccess: setUndoing,
  })
  const chain = useJobChain(undoing)
  const rows = entries.reduce((sum, { summary }) => sum + summary.accepted, 0)
  if (undoing !== null)
    return chain.hasEnded ? (
      <Result
        status="success"
        title={t('app.import.undone')}
        extra={<Button onClick={props.onAnother}>{t('app.import.again')}</Button>}
      />
    ) : (
      <Card>
        {chain.jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </Card>
    )
  return (
    <Result
      status="success"
      title={t(props.isAnalysed ? 'app.import.done' : 'app.import.doneOnly', {
        count: rows,
        rows: format.count(rows),
      })}
      subTitle={<RejectedFiles entries={entries} />}
      extra={
        <>
          <FaultLine fault={undo.error} />
          <LinkButton to="/" color="primary" variant="solid">
            {t('app.import.toOverview')}
          </LinkButton>
          <Button onClick={props.onAnother}>{t('app.import.again')}</Button>
          <Button danger loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('app.import.undo')}
          </Button>
        </>
      }
    />
  )
}

function RejectedFiles(props: { entries: readonly ImportEntry[] }) {
  const { t, format } = useReader()
  const rejected = props.entries.filter(({ hasRejectedFile }) => hasRejectedFile)
  return rejected.map(({ id, file, summary }) => (
    <p key={id}>
      <a href={`/api/imports/${id}/rejected.csv`}>
        {t('app.import.rejectedFile', { file, rows: format.count(summary.rejected) })}
      </a>
    </p>
  ))
}
