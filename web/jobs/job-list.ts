import type { Job } from '@vitalfew/contract/api/jobs.ts'

const under = new Set<Job['state']>(['waiting', 'running'])

export function isUnderWay(job: Job): boolean {
  return under.has(job.state)
}

/** The jobs known, with news of one of them; newest first, and no more than a list can show. */
export function withJob(jobs: readonly Job[], news: Job): Job[] {
  const others = jobs.filter(({ id }) => id !== news.id)
  return [...others, news].toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, 20)
}

/** True where a job that was seen under way has now ended. */
export function hasJustEnded(jobs: readonly Job[], news: Job): boolean {
  const before = jobs.find(({ id }) => id === news.id)
  return before !== undefined && isUnderWay(before) && !isUnderWay(news)
}

/** How far a job is, in per cent; null while that cannot be told. */
export function progressOf(job: Job): number | null {
  if (job.state === 'done') return 100
  return job.done === null ? null : Math.round(Math.min(0.99, Math.max(0, job.done)) * 100)
}
