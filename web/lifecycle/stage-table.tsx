import type { LifecycleStage } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { ShareCell } from '../design/share-cell.tsx'
import type { StageLine } from './prepare-stages.ts'

/** Stages side by side: how many accounts stand in each, and how much money. */
export function StageTable(props: { lines: readonly StageLine[]; onChoose: (stage: LifecycleStage) => void }) {
  const { t, format } = useReader()
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.lifecycle.table')}>
      <table className="vf-table vf-stages">
        <caption className="vf-unseen">{t('report.lifecycle.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.lifecycle.stage')}</th>
            <th scope="col" className="vf-number">
              {t('report.lifecycle.accounts')}
            </th>
            <th scope="col" className="vf-wide">
              {t('report.lifecycle.accountShare')}
            </th>
            <th scope="col" className="vf-number">
              {t('analysis.measure.netRevenue')} <small>{format.unit}</small>
            </th>
            <th scope="col" className="vf-wide">
              {t('report.lifecycle.revenueShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">
                <button
                  type="button"
                  className="vf-link"
                  disabled={line.accounts === 0}
                  onClick={() => props.onChoose(line.name)}
                >
                  {t(`analysis.stage.${line.name}`)}
                </button>
                <small className="vf-advice">{t(`report.stage.${line.name}`)}</small>
              </th>
              <td className="vf-number">{format.count(line.accounts)}</td>
              <ShareCell share={line.accountShare} tone="quiet" />
              <td className="vf-number">{format.amount(line.netRevenue)}</td>
              <ShareCell share={line.revenueShare} tone={line.isFading ? 'warn' : 'accent'} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
