import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'

/** Why accounts left, where somebody wrote it down. */
export function ReasonList(props: { reasons: readonly { reason: string; accounts: number; amount: number | null }[] }) {
  const { t, format } = useReader()
  const hasAmounts = props.reasons.some(({ amount }) => amount !== null)
  const accounts = props.reasons.reduce((sum, reason) => sum + reason.accounts, 0)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.reasons.title')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('report.churn.reasons.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.churn.column.reason')}</th>
            <th scope="col" className="vf-number">
              {t('report.churn.accounts')}
            </th>
            <th scope="col" className="vf-wide">
              {t('report.churn.reasons.share')}
            </th>
            {hasAmounts && (
              <th scope="col" className="vf-number">
                {t('report.churn.reasons.amount')} <small>{format.unit}</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {props.reasons.map((reason) => (
            <tr key={reason.reason}>
              <th scope="row">{reason.reason}</th>
              <td className="vf-number">{format.count(reason.accounts)}</td>
              <ShareCell share={accounts > 0 ? reason.accounts / accounts : 0} tone="warn" />
              {hasAmounts && <td className="vf-number">{format.amount(reason.amount)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
