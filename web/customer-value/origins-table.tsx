import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { forecastTitle } from './model-name.ts'
import type { Origins } from './prepare-origins.ts'

/** The same contest at several past days: mean error per customer, the lowest of each day marked. */
export function OriginsTable(props: { origins: Origins }) {
  const { t, format } = useReader()
  const { origins, lines } = props.origins
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.value.origins.title')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('report.value.origins.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.value.origins.known')}</th>
            {origins.map((origin) => (
              <th scope="col" key={`${origin.calibrateUntil}${origin.holdoutUntil}`} className="vf-number">
                {format.day(origin.calibrateUntil)}
              </th>
            ))}
            <th scope="col" className="vf-number">
              {t('report.value.origins.mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name} className={line.isChosen ? 'vf-row-chosen' : undefined}>
              <th scope="row">
                {forecastTitle(line.name, t)}{' '}
                {line.isChosen && <Tag tone="accent">{t('report.value.scoreboard.chosen')}</Tag>}
              </th>
              {line.maes.map(({ mae, isBest }, index) => (
                <td key={index} className="vf-number">
                  {isBest ? <b className="vf-best">{format.decimal(mae, 3)}</b> : format.decimal(mae, 3)}
                </td>
              ))}
              <td className="vf-number">{format.decimal(line.mean, 3)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('report.value.origins.until')}</th>
            {origins.map((origin) => (
              <td key={`${origin.calibrateUntil}${origin.holdoutUntil}`} className="vf-number">
                {format.day(origin.holdoutUntil)}
                <small className="vf-advice">
                  {t('report.value.origins.size', {
                    count: origin.customers,
                    customers: format.count(origin.customers),
                    purchases: format.count(Math.round(origin.actual)),
                  })}
                </small>
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
