import { useMemo } from 'react'
import type { Report } from '@vitalfew/contract/report.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { HeadlineFigures } from '../metrics/headline-figures.tsx'
import { prepareHeadline } from '../metrics/prepare-headline.ts'
import { prepareTrend, type Trend } from '../metrics/prepare-trend.ts'
import { TrendChart } from '../metrics/trend-chart.tsx'
import type { KeyAccountList } from '../selection/prepare-key-accounts.ts'

/** The first thing read: the vital few in one sentence, the figures, and where they are going. */
export function Overview(props: { report: Report; keyAccounts: KeyAccountList }) {
  const { t, format } = useReader()
  const { report } = props
  const { totals } = report.run
  const trend = useMemo(() => trendOf(report), [report])
  const key = props.keyAccounts.tiers.find((tier) => tier.tier === 'key')
  const { growth } = trend
  return (
    <section className="vf-section" id="overview" tabIndex={-1} aria-label={t('report.section.overview')}>
      {key !== undefined && (
        <p className="vf-statement">
          {t('report.statement.before', { accounts: format.count(totals.accounts) })}
          <b>{t('report.statement.few', { count: key.accounts, accounts: format.count(key.accounts) })}</b>
          {t('report.statement.between')}
          <b>{format.percent(key.share)}</b>
          {t('report.statement.after')}
        </p>
      )}
      <HeadlineFigures
        headline={prepareHeadline(totals)}
        period={
          growth === null
            ? t('report.headline.noGrowth')
            : t('report.headline.growth', { change: format.change(growth.change) })
        }
      />
      <Card
        title={t('report.trend.title')}
        note={
          growth === null
            ? t('report.trend.noGrowth')
            : t(growth.change < 0 ? 'report.trend.decline' : 'report.trend.growth', {
                count: growth.months,
                recent: format.money(growth.recent),
                change: format.percent(Math.abs(growth.change)),
              })
        }
      >
        <TrendChart trend={trend} />
      </Card>
    </section>
  )
}

function trendOf(report: Report): Trend {
  return prepareTrend({
    months: report.months,
    revenue: report.monthlyRevenue,
    grossProfit: report.monthlyGrossProfit,
    firstOrder: report.run.totals.firstOrder,
    asOf: report.run.run.asOf,
  })
}
