import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import { useReader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'

/** Renewal by renewal: how many stayed, and what the model would have said. */
export function ContractRenewals(props: { renewals: ContractChurn['renewals'] }) {
  const { t, format } = useReader()
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.contracts.renewals')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('report.churn.contracts.renewals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('churn.contracts.renewal')}</th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.due')}
            </th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.renewed')}
            </th>
            <th scope="col" className="vf-wide">
              {t('churn.contracts.retention')}
            </th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.expectedRetention')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.renewals.map((line) => (
            <tr key={line.renewal}>
              <th scope="row">{format.count(line.renewal)}</th>
              <td className="vf-number">{format.count(line.due)}</td>
              <td className="vf-number">{format.count(line.renewed)}</td>
              <td>
                <span className="vf-bar-cell">
                  <ShareBar share={line.retention ?? 0} /> {format.percent(line.retention)}
                </span>
              </td>
              <td className="vf-number">{format.percent(line.expectedRetention)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
