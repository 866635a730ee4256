import type { ReactNode } from 'react'
import { useReader } from '../design/reader.tsx'
import type { Headline } from './prepare-headline.ts'

export function HeadlineFigures(props: { headline: Headline; period: ReactNode }) {
  const { t, format } = useReader()
  const { headline } = props
  return (
    <dl className="vf-headline">
      <Figure name={t('report.headline.netRevenue')} value={format.money(headline.netRevenue)} isFirst>
        {props.period}
      </Figure>
      <Figure name={t('report.headline.grossProfit')} value={format.money(headline.grossProfit)}>
        {headline.grossProfit === null
          ? t('report.headline.noProfit')
          : t('report.headline.margin', { margin: format.percent(headline.margin) })}
      </Figure>
      <Figure name={t('report.headline.accounts')} value={format.count(headline.accounts)}>
        {t('report.headline.perAccount', {
          amount: format.money(headline.netRevenue / Math.max(1, headline.accounts)),
        })}
      </Figure>
      <Figure name={t('report.headline.orders')} value={format.count(headline.orders)}>
        {t('report.headline.averageOrder', { amount: format.money(headline.averageOrder) })}
      </Figure>
      <Figure name={t('report.headline.returns')} value={format.money(headline.returns)}>
        {t('report.headline.returnRate', { rate: format.percent(headline.returnRate) })}
      </Figure>
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
