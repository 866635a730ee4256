import { useQuery } from '@tanstack/react-query'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { api } from '../app/api.ts'
import { isUnderWay } from './job-list.ts'
import { useJobs } from './job-watch.tsx'

/** A job and whatever goes on where it ends: an import is done when its figures are there too. */
export function useJobChain(jobId: string | null): { jobs: Job[]; hasEnded: boolean } {
  const first = useJob(jobId)
  const second = useJob(first?.result.followedBy ?? null)
  const jobs = [first, second].filter((job) => job !== undefined)
  const last = jobs.at(-1)
  const awaitsNext = first?.state === 'done' && first.result.followedBy !== undefined && second === undefined
  return { jobs, hasEnded: last !== undefined && !isUnderWay(last) && !awaitsNext }
}

/** By events where they come, by asking where they do not. */
function useJob(id: string | null): Job | undefined {
  const seen = useJobs().find((job) => job.id === id)
  const asked = useQuery({
    ...api.jobs.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data === undefined || isUnderWay(state.data) ? 2000 : false),
  }).data
  if (asked !== undefined && !isUnderWay(asked)) return asked
  return seen ?? asked
}
