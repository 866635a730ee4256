import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { api } from '../app/api.ts'
import { PageHead } from '../app/page-head.tsx'
import { PartTabs } from '../app/part-tabs.tsx'
import { useReader } from '../design/reader.tsx'
import { PendingChanges } from './pending-changes.tsx'
import { ReviewPart } from './review-part.tsx'

const GroupsPart = lazy(async () => ({ default: (await import('./groups-part.tsx')).GroupsPart }))
const HistoryPart = lazy(async () => ({ default: (await import('./history-part.tsx')).HistoryPart }))

const route = getRouteApi('/shell/identity')

const parts = ['review', 'groups', 'history'] as const

/** Who is one customer: pairs to answer, groups, and everything that was decided. */
export function IdentityPage() {
  const { t } = useReader()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const shown = parts.find((name) => name === part) ?? 'review'
  const queue = useQuery(api.identity.review.queryOptions({ input: { page: 1, pageSize: 1 } }))
  const content = { review: <ReviewPart />, groups: <GroupsPart />, history: <HistoryPart /> }
  return (
    <>
      <PageHead title={t('app.page.identity')} lead={t('identity.page.lead')} />
      <PendingChanges count={queue.data?.pendingChanges ?? 0} />
      <PartTabs
        label={t('app.part')}
        names={parts}
        value={shown}
        titleOf={(name) => t(`identity.page.part.${name}`)}
        onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
      >
        {content[shown]}
      </PartTabs>
    </>
  )
}
