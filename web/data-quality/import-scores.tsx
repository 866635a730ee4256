import type { QualityReport } from '@vitalfew/contract/quality.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'

/** A file whose source nobody named is known again by its columns: that mark is for programs. */
const isUnnamed = (source: string): boolean => /^columns-[0-9a-f]{8}$/.test(source)

/** The score of each import by itself, and figures from elsewhere beside those of the data. */
export function ImportScores(props: { report: QualityReport }) {
  const { t, format } = useReader()
  const { imports, controls } = props.report
  return (
    <>
      <Card title={t('quality.page.imports')}>
        <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('quality.page.imports')}>
          <table className="vf-table">
            <thead>
              <tr>
                <th scope="col">{t('quality.page.file')}</th>
                <th scope="col">{t('quality.page.source')}</th>
                <th scope="col" className="vf-number">
                  {t('quality.page.rows')}
                </th>
                <th scope="col" className="vf-number">
                  {t('quality.page.affected')}
                </th>
                <th scope="col" className="vf-number">
                  {t('quality.page.importScore')}
                </th>
                <th scope="col">{t('quality.page.steps')}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map(({ importId, file, source, rows, affected, score, fixedBy }) => (
                <tr key={importId}>
                  <th scope="row">{file}</th>
                  <td>{isUnnamed(source) ? '–' : source}</td>
                  <td className="vf-number">{format.count(rows)}</td>
                  <td className="vf-number">{affected === 0 ? '–' : format.amount(affected)}</td>
                  <td className="vf-number">{format.percent(Math.floor(score * 10_000) / 10_000, 2)}</td>
                  <td>{fixedBy.length === 0 ? '–' : fixedBy.join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card
        title={t('quality.page.controls')}
        {...(controls.length === 0 ? { note: t('quality.page.noControls') } : {})}
      >
        {controls.length > 0 && <Controls controls={controls} />}
      </Card>
    </>
  )
}

function Controls(props: { controls: QualityReport['controls'] }) {
  const { t, format } = useReader()
  const told = (measure: string, value: number): string =>
    measure === 'netRevenue' || measure === 'grossProfit' ? format.amount(value) : format.count(value)
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('quality.page.controls')}>
      <table className="vf-table">
        <thead>
          <tr>
            {(['measure', 'month', 'department'] as const).map((name) => (
              <th scope="col" key={name}>
                {t(`quality.page.${name}`)}
              </th>
            ))}
            {(['given', 'inData', 'difference'] as const).map((name) => (
              <th scope="col" key={name} className="vf-number">
                {t(`quality.page.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.controls.map(({ measure, month, department, value, found, difference }) => (
            <tr key={`${measure} ${month} ${department}`}>
              <th scope="row">{t(`quality.measure.${measure}`)}</th>
              <td>{month ?? t('quality.page.total')}</td>
              <td>{department ?? t('quality.page.total')}</td>
              <td className="vf-number">{told(measure, value)}</td>
              <td className="vf-number">{told(measure, found)}</td>
              <td className="vf-number">{told(measure, difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
