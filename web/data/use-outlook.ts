import { useQuery } from '@tanstack/react-query'
import type { StartImport } from '@vitalfew/contract/api/imports.ts'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import type { ImportReport } from '@vitalfew/contract/import-log.ts'
import { useState } from 'react'
import { client } from '../app/api.ts'
import { useJobChain } from '../jobs/use-job-chain.ts'

export interface Outlook {
  job: Job | undefined
  /** The newest there is; that of the way asked before while the one of now is worked out. */
  report: ImportReport | undefined
  isCurrent: boolean
  fault: unknown
}

/** What an import would come to: worked out by a job, anew for each way of importing. */
export function useOutlook({ acceptDrift: _accepted, ...asked }: StartImport): Outlook {
  const [last, setLast] = useState<ImportReport>()
  const started = useQuery({
    queryKey: ['import-outlook', asked],
    queryFn: () => client.imports.start({ ...asked, isPreview: true }),
    // Whatever else has changed, the job was asked for once.
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  })
  const { jobs, hasEnded } = useJobChain(started.data?.jobId ?? null)
  const [job] = jobs
  const report = hasEnded ? job?.result.preview : undefined
  if (report !== undefined && report !== last) setLast(report)
  return { job, report: report ?? last, isCurrent: report !== undefined, fault: started.error }
}
