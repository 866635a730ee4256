import type { Overview } from '@vitalfew/contract/api/overview.ts'
import type { ReactNode } from 'react'
import { useReader } from '../design/reader.tsx'
import type { OverviewFigures } from './prepare-overview.ts'

/** The figures a director asks for first; what may not be seen or is not known has no place. */
export function OverviewHeadline(props: { overview: Overview; figures: OverviewFigures }) {
  const { t, format } = useReader()
  const { overview, figures } = props
  const { totals, hiddenFields } = overview
  return (
    <dl className="vf-headline vf-overview-headline">
      <Figure name={t('app.overview.revenue12')} value={format.money(totals.revenueLast12Months)} isFirst>
        {figures.growth === null
          ? t('report.headline.noGrowth')
          : t('app.overview.growth', { change: format.change(figures.growth) })}
      </Figure>
      <Figure name={t('app.overview.revenueAll')} value={format.money(totals.netRevenue)}>
        {t('app.overview.since', { day: format.day(overview.data.firstDay) })}
      </Figure>
      {!hiddenFields.includes('grossProfit') && totals.grossProfit !== null && (
        <Figure name={t('report.headline.grossProfit')} value={format.money(totals.grossProfit)}>
          {t('report.headline.margin', { margin: format.percent(figures.margin) })}
        </Figure>
      )}
      <Figure name={t('report.headline.accounts')} value={format.count(totals.accounts)}>
        {t('app.overview.active', { accounts: format.count(totals.activeAccounts) })}
      </Figure>
      {totals.valueAtRisk !== null && (
        <Figure name={t('app.overview.atRisk')} value={format.money(totals.valueAtRisk)}>
          {totals.clv === null
            ? t('app.overview.atRiskNote')
            : t('app.overview.ofValue', { value: format.money(totals.clv) })}
        </Figure>
      )}
    </dl>
  )
}

function Figure(props: { name: string; value: string; isFirst?: boolean; children: ReactNode }) {
  return (
    <div className={props.isFirst === true ? 'vf-figure vf-figure-first' : 'vf-figure'}>
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.value}</strong>
        <span>{props.children}</span>
      </dd>
    </div>
  )
}
