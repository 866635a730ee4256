import type { Run } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'

/** What would be left if the largest account went. */
export function LargestAccount(props: { concentration: Run['concentration'] }) {
  const { t, format } = useReader()
  const { concentration } = props
  if (concentration.largestAccount === null) return null
  return (
    <div className="vf-largest">
      <h3>{t('report.largest.title')}</h3>
      <p className="vf-largest-name">{concentration.largestAccount}</p>
      <Loss
        name={t('analysis.measure.netRevenue')}
        share={concentration.netRevenueShare}
        amount={concentration.netRevenue}
        left={concentration.netRevenueWithout}
      />
      {concentration.grossProfit !== null && concentration.grossProfitWithout !== null && (
        <Loss
          name={t('analysis.measure.grossProfit')}
          share={concentration.grossProfitShare ?? 0}
          amount={concentration.grossProfit}
          left={concentration.grossProfitWithout}
        />
      )}
      <p className="vf-note">{t('report.largest.note', { share: format.percent(concentration.netRevenueShare) })}</p>
    </div>
  )
}

function Loss(props: { name: string; share: number; amount: number; left: number }) {
  const { t, format } = useReader()
  return (
    <div className="vf-loss">
      <span>{props.name}</span>
      <b>−{format.percent(props.share)}</b>
      <ShareBar share={1 - props.share} />
      <small>{t('report.largest.left', { amount: format.money(props.amount), left: format.money(props.left) })}</small>
    </div>
  )
}
