import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import { IntervalBar } from '../charts/interval-bar.tsx'
import { useReader } from '../design/reader.tsx'

/** What risks are worth: of contracts told a risk in a band, how many were expected to end and how many did. */
export function ContractCalibration(props: { contracts: Pick<ContractChurn, 'calibration' | 'shape'> }) {
  const { t, format } = useReader()
  const { calibration, shape } = props.contracts
  const reach = Math.max(...calibration.flatMap(({ upper, expected }) => [upper, expected]))
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.contracts.calibration')}>
      <table className="vf-table vf-cut">
        <caption className="vf-unseen">{t('report.churn.contracts.calibration')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(shape === 'terms' ? 'churn.contracts.toldAtNextEnd' : 'churn.contracts.told')}</th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.toldCount')}
            </th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.expected')}
            </th>
            <th scope="col" className="vf-cut-plot">
              {t('report.churn.interval')}
            </th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.seen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {calibration.map(({ from, to, contracts, expected, seen, lower, upper }) => (
            <tr key={from}>
              <th scope="row">
                {t('churn.contracts.band', { from: format.percent(from, 0), to: format.percent(to, 0) })}
              </th>
              <td className="vf-number">{format.count(contracts)}</td>
              <td className="vf-number">{format.percent(expected)}</td>
              <td>
                <IntervalBar
                  interval={{ value: seen, lower, upper }}
                  scale={{ from: 0, to: reach }}
                  tone={expected < lower || expected > upper ? 'warn' : 'accent'}
                  reference={expected}
                />
              </td>
              <td className="vf-number">{format.percent(seen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
