import type { Measure, Run } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'
import { prepareLoss } from './prepare-loss.ts'

/** What would be left if the largest account went. */
export function LargestAccount(props: { concentration: Run['concentration'] }) {
  const { t, format } = useReader()
  const { concentration } = props
  if (concentration.largestAccount === null) return null
  return (
    <div className="vf-largest">
      <h3>{t('report.largest.title')}</h3>
      <p className="vf-largest-name">{concentration.largestAccountName || concentration.largestAccount}</p>
      <LossLine measure="netRevenue" amount={concentration.netRevenue} left={concentration.netRevenueWithout} />
      {concentration.grossProfit !== null && concentration.grossProfitWithout !== null && (
        <LossLine measure="grossProfit" amount={concentration.grossProfit} left={concentration.grossProfitWithout} />
      )}
      {concentration.netRevenueWithout > 0 && (
        <p className="vf-note">
          {t('report.largest.note', {
            needed: format.percent(concentration.netRevenue / concentration.netRevenueWithout),
          })}
        </p>
      )}
    </div>
  )
}

function LossLine(props: { measure: Measure; amount: number; left: number }) {
  const { t, format } = useReader()
  const loss = prepareLoss(props)
  const words = {
    measure: t(`report.measureInSentence.${props.measure}`),
    amount: format.money(Math.abs(props.amount)),
    left: format.money(props.left),
  }
  return (
    <div className="vf-loss">
      <span>{t(`analysis.measure.${props.measure}`)}</span>
      <b className={loss.isGain ? undefined : 'vf-down'}>{format.change(loss.change)}</b>
      {loss.kept !== null && <ShareBar share={loss.kept} />}
      <small>{t(loss.isGain ? 'report.largest.gain' : 'report.largest.left', words)}</small>
    </div>
  )
}
