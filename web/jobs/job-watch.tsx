import { useQueryClient } from '@tanstack/react-query'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'
import { client } from '../app/api.ts'
import { hasJustEnded, withJob } from './job-list.ts'
import { useJobToast } from './use-job-toast.tsx'

const JobsContext = createContext<readonly Job[]>([])

/** Follows long work wherever in the app one is: its progress, and a word when it has ended. */
export function JobWatch(props: { children: ReactNode }) {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const known = useRef<readonly Job[]>([])
  const queries = useQueryClient()
  const toast = useJobToast()
  const heard = useRef((_news: Job) => {})
  useEffect(() => {
    heard.current = (news) => {
      const isNews = hasJustEnded(known.current, news)
      known.current = withJob(known.current, news)
      setJobs(known.current)
      // What an import would come to has changed nothing, and whoever asked is looking at it.
      if (!isNews || news.result.preview !== undefined) return
      toast(news)
      if (news.state === 'done' && news.kind !== 'export') void queries.invalidateQueries()
      else void queries.invalidateQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('exports') })
    }
  })
  useEffect(() => {
    const ending = new AbortController()
    void follow((news) => heard.current(news), ending.signal)
    return () => ending.abort()
  }, [])
  return <JobsContext value={jobs}>{props.children}</JobsContext>
}

/** The jobs seen since the page was opened, newest first. */
export function useJobs(): readonly Job[] {
  return use(JobsContext)
}

const longestPauseMs = 30_000

/** Listens until told to stop; a connection that breaks is made again, after a growing pause. */
async function follow(hear: (news: Job) => void, ending: AbortSignal): Promise<void> {
  let pauseMs = 1000
  while (!ending.aborted) {
    try {
      for await (const news of await client.jobs.events(undefined, { signal: ending })) {
        hear(news)
        pauseMs = 1000
      }
    } catch {
      // A broken connection is no news: what was missed comes with the next one.
    }
    if (!ending.aborted) await pause(pauseMs, ending)
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
  }
}

function pause(milliseconds: number, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    ending.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
