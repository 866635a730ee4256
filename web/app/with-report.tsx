import { useQuery } from '@tanstack/react-query'
import type { SeenReport } from '@vitalfew/contract/api/runs.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import type { ReactNode } from 'react'
import { NoData } from '../data/no-data.tsx'
import { api } from './api.ts'
import { FaultNotice } from './fault-notice.tsx'
import { hasNoRun } from './fault-words.ts'
import { PageWait } from './page-wait.tsx'
import { useShownRun } from './shown-level.ts'

export type ReportInApp = Report & { hiddenFields: readonly string[] }

/** Everything the report of the current run draws, for the pages that show parts of it. */
export function WithReport(props: { children: (report: ReportInApp) => ReactNode }) {
  const { run = 'current' } = useShownRun()
  const report = useQuery({
    ...api.runs.report.queryOptions({ input: { run }, staleTime: Infinity, gcTime: 1_800_000 }),
    select: inApp,
  })
  if (report.isPending) return <PageWait />
  if (report.isError)
    return hasNoRun(report.error) ? (
      <NoData />
    ) : (
      <FaultNotice fault={report.error} onRetry={() => void report.refetch()} />
    )
  return props.children(report.data)
}

/** A score that is kept from the viewer is no number: no page of theirs shows it. */
function inApp(seen: SeenReport): ReportInApp {
  return { ...seen, accounts: seen.accounts.map(withScore) }
}

function withScore(row: SeenReport['accounts'][number]): Report['accounts'][number] {
  return { ...row, score: row.score ?? Number.NaN }
}
