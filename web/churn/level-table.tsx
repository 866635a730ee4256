import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import { LevelTag } from './level-tag.tsx'
import type { LevelLine } from './prepare-levels.ts'

/** How many accounts stand at each level, what they have bought and what may be lost. */
export function LevelTable(props: { lines: readonly LevelLine[] }) {
  const { t, format } = useReader()
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.levels.title')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('report.churn.levels.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.churn.levels.level')}</th>
            <th scope="col" className="vf-number">
              {t('report.churn.levels.accounts')}
            </th>
            <th scope="col" className="vf-number">
              {t('analysis.measure.netRevenue')} <small>{format.unit}</small>
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.column.valueAtRisk')} <small>{format.unit}</small>
            </th>
            <th scope="col" className="vf-wide">
              {t('report.churn.levels.riskShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.level}>
              <th scope="row">
                <LevelTag level={line.level} />
                <small className="vf-advice">{t(`report.churn.advice.${line.level}`)}</small>
              </th>
              <td className="vf-number">{format.count(line.accounts)}</td>
              <td className="vf-number">{format.amount(line.netRevenue)}</td>
              <td className="vf-number">{format.amount(line.valueAtRisk)}</td>
              <ShareCell share={line.riskShare} tone={line.level === 'high' ? 'warn' : 'quiet'} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
