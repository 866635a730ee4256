import { getRouteApi } from '@tanstack/react-router'
import { lazy } from 'react'
import { PageHead } from '../app/page-head.tsx'
import { PartTabs } from '../app/part-tabs.tsx'
import { chosen } from '../app/search-params.ts'
import { mayAnalyse, useMe } from '../app/session.ts'
import { useReader } from '../design/reader.tsx'
import { behaviourParts, type BehaviourPart } from './behaviour-search.ts'
import type { PartProps } from './part-props.ts'

const route = getRouteApi('/shell/behaviour')

const parts = {
  cycle: lazy(async () => ({ default: (await import('./cycle-part.tsx')).CyclePart })),
  preference: lazy(async () => ({ default: (await import('./preference-part.tsx')).PreferencePart })),
  whitespace: lazy(async () => ({ default: (await import('./whitespace-part.tsx')).WhitespacePart })),
  affinity: lazy(async () => ({ default: (await import('./affinity-part.tsx')).AffinityPart })),
  cohorts: lazy(async () => ({ default: (await import('./cohorts-part.tsx')).CohortsPart })),
  trends: lazy(async () => ({ default: (await import('./trends-part.tsx')).TrendsPart })),
  forecast: lazy(async () => ({ default: (await import('./forecast-part.tsx')).ForecastPart })),
  demand: lazy(async () => ({ default: (await import('./demand-part.tsx')).DemandPart })),
  funnel: lazy(async () => ({ default: (await import('./funnel-part.tsx')).FunnelPart })),
} satisfies Record<BehaviourPart, unknown>

/** How accounts buy: when, what, with what, for how long, and what is to come. */
export function BehaviourPage() {
  const { t } = useReader()
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const names = behaviourParts.filter((name) => name !== 'funnel' || mayAnalyse(me))
  const shown = names.find((name) => name === search.part) ?? 'cycle'
  const Part = parts[shown]
  const change: PartProps['onChange'] = (chosenNow) => {
    void navigate({ search: chosen({ ...search, ...chosenNow }), replace: true, resetScroll: false })
  }
  return (
    <>
      <PageHead title={t('habits.title')} lead={t('habits.lead')} />
      <PartTabs
        label={t('app.part')}
        names={names}
        value={shown}
        titleOf={(name) => t(`habits.tab.${name}`)}
        onChange={(part) => void navigate({ search: { part }, replace: true })}
      >
        <Part search={search} onChange={change} />
      </PartTabs>
    </>
  )
}
