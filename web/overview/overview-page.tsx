import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Overview } from '@vitalfew/contract/api/overview.ts'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { hasNoRun } from '../app/fault-words.ts'
import { PageHead } from '../app/page-head.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { useShownRun } from '../app/shown-level.ts'
import { NoData } from '../data/no-data.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { lazyChart } from '../charts/lazy-chart.tsx'
import { AttentionCard } from './attention-card.tsx'
import { DataCard } from './data-card.tsx'
import { OverviewHeadline } from './overview-headline.tsx'
import { prepareOverview, type OverviewFigures } from './prepare-overview.ts'
import { StagesCard } from './stages-card.tsx'
import { TiersCard } from './tiers-card.tsx'

const ParetoChart = lazyChart(async () => (await import('../abc-classification/pareto-chart.tsx')).ParetoChart, 380)
const TrendChart = lazyChart(async () => (await import('../metrics/trend-chart.tsx')).TrendChart, 320)

/** The portfolio at a glance, over the accounts this person may see. */
export function OverviewPage() {
  const overview = useQuery(api.overview.get.queryOptions({ input: useShownRun() }))
  if (overview.isPending) return <PageWait />
  if (overview.isError)
    return hasNoRun(overview.error) ? (
      <NoData />
    ) : (
      <FaultNotice fault={overview.error} onRetry={() => void overview.refetch()} />
    )
  return <Portfolio overview={overview.data} />
}

function Portfolio(props: { overview: Overview }) {
  const { t, format } = useReader()
  const { overview } = props
  const { fiscalYearStartMonth } = useSuspenseQuery(api.settings.get.queryOptions({ staleTime: 300_000 })).data
  const figures = useMemo(() => prepareOverview(overview, fiscalYearStartMonth), [overview, fiscalYearStartMonth])
  return (
    <>
      <PageHead
        title={t('app.page.overview')}
        lead={t('app.overview.asOf', { asOf: format.longDay(overview.run.asOf) })}
      />
      <OverviewHeadline overview={overview} figures={figures} />
      <div className="vf-overview">
        <AttentionCard entries={overview.attention} urgent={overview.urgent} hiddenFields={overview.hiddenFields} />
        <div className="vf-stack">
          <TiersCard overview={overview} figures={figures} />
          <DataCard data={overview.data} />
        </div>
        <TrendCard figures={figures} />
        <Card title={t('report.pareto.title')} note={topShareWords(overview, { t, format })}>
          <ParetoChart pareto={figures.pareto} measureName={t('analysis.measure.netRevenue')} />
        </Card>
        <StagesCard stages={overview.stages} />
      </div>
    </>
  )
}

function topShareWords(overview: Overview, { t, format }: Pick<ReturnType<typeof useReader>, 't' | 'format'>) {
  const top = overview.topShares.at(-1)
  if (top === undefined) return undefined
  return t('report.concentration.lead', {
    top: format.percent(top.top, 0),
    count: top.accounts,
    accounts: format.count(top.accounts),
    measure: t('report.measureInSentence.netRevenue'),
    share: format.percent(top.share),
  })
}

function TrendCard(props: { figures: OverviewFigures }) {
  const { t, format } = useReader()
  const { fiscalYear, trend } = props.figures
  const { growth } = trend
  const growthWords =
    growth === null
      ? t('report.trend.noGrowth')
      : t(growth.change < 0 ? 'report.trend.decline' : 'report.trend.growth', {
          count: growth.months,
          recent: format.money(growth.recent),
          change: format.percent(Math.abs(growth.change)),
        })
  const yearWords =
    fiscalYear === null
      ? null
      : t('app.overview.fiscalYear', {
          count: fiscalYear.months,
          recent: format.money(fiscalYear.recent),
          change: format.change(fiscalYear.change),
        })
  return (
    <Card
      className="vf-overview-wide"
      title={t('report.trend.title')}
      note={[growthWords, yearWords].filter((words) => words !== null).join(' ')}
    >
      <TrendChart trend={trend} />
    </Card>
  )
}
