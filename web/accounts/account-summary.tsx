import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { useMemo } from 'react'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { lazyChart } from '../charts/lazy-chart.tsx'
import { reasonWords } from '../selection/reason-words.ts'
import { prepareWaterfall } from '../selection/prepare-waterfall.ts'
import { Waterfall } from '../selection/waterfall.tsx'
import { signalWords } from '../churn/signal-words.ts'
import { accountTitle } from '../metrics/account-title.ts'
import { accountTrend } from './account-trend.ts'
import { FigureList } from './figure-list.tsx'

const TrendChart = lazyChart(async () => (await import('../metrics/trend-chart.tsx')).TrendChart, 320)

/** What somebody must know before a call. */
export function AccountSummary(props: { page: AccountPage }) {
  const { t } = useReader()
  const { page } = props
  const trend = useMemo(() => accountTrend(page), [page])
  return (
    <div className="vf-account-grid">
      <Card title={t('report.trend.title')} className="vf-account-wide">
        <TrendChart trend={trend} />
      </Card>
      <WhyCard page={page} />
      <SignalsCard page={page} />
      <Card title={t('app.account.figures')} className="vf-account-wide">
        <FigureList page={page} group="sales" />
      </Card>
    </div>
  )
}

function WhyCard(props: { page: AccountPage }) {
  const reader = useReader()
  const { t } = reader
  const { page } = props
  const { tier } = page
  const waterfall = useMemo(() => {
    const { score } = tier
    if (score === null) return null
    const contributions = tier.contributions.map((contribution) => ({ ...contribution, text: '' }))
    const mean = score - contributions.reduce((sum, { points }) => sum + points, 0)
    return prepareWaterfall({ score, contributions }, mean)
  }, [tier])
  return (
    <Card title={t('app.account.why')} note={t('app.account.whyNote')}>
      {waterfall === null && <p className="vf-note">{t('app.account.scoreHidden')}</p>}
      {waterfall !== null && waterfall.steps.length > 0 && (
        <Waterfall waterfall={waterfall} name={accountTitle(page.row)} hasWords={false} />
      )}
      {(waterfall === null || waterfall.steps.length === 0) && (
        <ul className="vf-plain">
          {tier.reasons.map((reason) => {
            const words = reasonWords(reason, reader)
            return (
              <li key={reason.criterion}>
                <strong>{words.fact}</strong>
                {words.standing !== '' && `${t('report.comma')}${words.standing}`}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

function SignalsCard(props: { page: AccountPage }) {
  const reader = useReader()
  const { t, format } = reader
  const { row, signals } = props.page
  return (
    <Card title={t('app.account.signals')} note={t('app.account.signalsNote')}>
      {signals.length === 0 ? (
        <p className="vf-note">{t('app.account.noSignals')}</p>
      ) : (
        <ul className="vf-plain">
          {signals.map((signal) => (
            <li key={signal.signal}>{signalWords({ ...signal, text: '' }, reader)}</li>
          ))}
        </ul>
      )}
      <dl className="vf-facts vf-facts-below">
        <div>
          <dt>{t('analysis.column.churnRisk')}</dt>
          <dd>{format.percent(row.churnRisk)}</dd>
        </div>
        <div>
          <dt>{t('analysis.column.lastOrder')}</dt>
          <dd>{format.day(row.lastOrder)}</dd>
        </div>
        <div>
          <dt>{t('analysis.column.nextOrderDue')}</dt>
          <dd>{format.day(row.nextOrderDue)}</dd>
        </div>
      </dl>
    </Card>
  )
}
