import type { ContractFactor } from '@vitalfew/contract/churn.ts'
import { IntervalBar } from '../charts/interval-bar.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { prepareContractFactors } from './prepare-contract-factors.ts'

/** How many times as likely a contract is to end, factor by factor: a dot on its interval, beside the line of no effect. */
export function ContractFactors(props: { factors: readonly ContractFactor[] }) {
  const reader = useReader()
  const { t, format } = reader
  const { lines, scale } = prepareContractFactors(props.factors)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.contracts.why')}>
      <table className="vf-table vf-cut">
        <caption className="vf-unseen">{t('report.churn.contracts.why')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('churn.contracts.factor')}</th>
            <th scope="col" className="vf-cut-plot">
              {t('report.churn.interval')}
            </th>
            <th scope="col" className="vf-number">
              {t('churn.contracts.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ factor, interval }) => (
            <tr key={`${factor.column} ${factor.value}`}>
              <th scope="row">{factorWords(factor, reader)}</th>
              <td>
                <IntervalBar
                  interval={interval}
                  scale={scale}
                  tone={factor.hazardRatio > 1 ? 'warn' : 'accent'}
                  reference={0}
                />
              </td>
              <td className="vf-number">
                ×{format.decimal(factor.hazardRatio, 2)}
                <small className="vf-advice">
                  {format.decimal(factor.lower, 2)} – {format.decimal(factor.upper, 2)}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function factorWords(factor: ContractFactor, { t, format }: Reader): string {
  const { column, value, reference, step } = factor
  if (value !== '') return t('churn.contracts.against', { column, value, reference })
  if (step === null) return column
  return t('churn.contracts.perStep', { column, step: format.decimal(step, Number.isInteger(step) ? 0 : 2) })
}
