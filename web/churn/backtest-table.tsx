import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { IntervalBar } from '../charts/interval-bar.tsx'
import { missingMark } from '../design/formats.ts'
import { useReader } from '../design/reader.tsx'

const headers = ['left', 'warned', 'correct'] as const

/** What became of warnings given in the past, beside the same count of the longest silent. */
export function BacktestTable(props: { lines: readonly WarningBacktest[] }) {
  const { t } = useReader()
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.backtest.title')}>
      <table className="vf-table vf-churn-backtest">
        <caption className="vf-unseen">{t('report.churn.backtest.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.churn.backtest.asOf')}</th>
            {headers.map((header) => (
              <th scope="col" key={header} className="vf-number">
                {t(`report.churn.backtest.${header}`)}
              </th>
            ))}
            <th scope="col" className="vf-cut-plot">
              {t('report.churn.backtest.precision')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.backtest.naive')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.backtest.recall')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.backtest.lift')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <BacktestLine key={`${line.asOf}${line.until}`} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BacktestLine(props: { line: WarningBacktest }) {
  const { t, format } = useReader()
  const { line } = props
  return (
    <tr>
      <th scope="row">
        {format.day(line.asOf)}
        <small className="vf-advice">{t('report.churn.backtest.until', { until: format.day(line.until) })}</small>
      </th>
      <td className="vf-number">
        {t('report.churn.leftOf', { left: format.count(line.left), accounts: format.count(line.accounts) })}
      </td>
      <td className="vf-number">{format.count(line.warned)}</td>
      <td className="vf-number">{format.count(line.correct)}</td>
      <td>
        {line.precision === null ? (
          missingMark
        ) : (
          <span className="vf-precision">
            <IntervalBar
              interval={{
                value: line.precision,
                lower: line.precisionLower ?? line.precision,
                upper: line.precisionUpper ?? line.precision,
              }}
              scale={{ from: 0, to: 1 }}
              reference={line.naivePrecision}
            />
            <b>{format.percent(line.precision, 0)}</b>
          </span>
        )}
      </td>
      <td className="vf-number">{format.percent(line.naivePrecision, 0)}</td>
      <td className="vf-number">{format.percent(line.recall, 0)}</td>
      <td className="vf-number">{line.lift === null ? missingMark : `${format.decimal(line.lift)}×`}</td>
    </tr>
  )
}
