import type { FileSummary } from '@vitalfew/contract/api/imports.ts'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { mappedColumns } from './mapped-columns.ts'

/** What was read from each file, how its columns were understood, and what became of every row. */
export function ImportSummaries(props: { imports: readonly FileSummary[] }) {
  return (
    <div className="vf-imports">
      {props.imports.map((summary, index) => (
        <ImportCard key={index} summary={summary} />
      ))}
    </div>
  )
}

function ImportCard(props: { summary: FileSummary }) {
  const { t, format } = useReader()
  const { summary } = props
  const place = [summary.sheet, summary.encoding === 'binary' ? null : summary.encoding.toUpperCase()].filter(
    (part) => part !== null,
  )
  return (
    <article className="vf-card vf-import">
      <h4>
        {summary.file} <small>{place.join(' · ')}</small>
      </h4>
      <RowFates summary={summary} />
      <LeftOut summary={summary} />
      <details>
        <summary>{t('report.imports.mapping', { count: Object.keys(summary.mapping).length })}</summary>
        <table className="vf-table">
          <thead>
            <tr>
              <th scope="col">{t('report.imports.field')}</th>
              <th scope="col">{t('report.imports.header')}</th>
              <th scope="col" className="vf-number">
                {t('report.imports.confidence')}
              </th>
            </tr>
          </thead>
          <tbody>
            {mappedColumns(summary).map((column) => (
              <tr key={column.field}>
                <th scope="row">{t(`imports.field.${column.field}`, { defaultValue: column.field })}</th>
                <td>
                  {column.header}
                  {column.factor !== 1 && <small className="vf-advice">× {format.count(column.factor)}</small>}
                </td>
                <td className="vf-number">
                  {column.isUnsure ? (
                    <Tag tone="warn">{format.percent(column.confidence, 0)}</Tag>
                  ) : (
                    format.percent(column.confidence, 0)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="vf-note">{t('report.imports.dateOrder', { order: t(`report.imports.${summary.dateOrder}`) })}</p>
        {summary.unusedHeaders.length > 0 && (
          <p className="vf-note">
            {t('report.imports.unused', { headers: summary.unusedHeaders.join(t('report.listComma')) })}
          </p>
        )}
      </details>
    </article>
  )
}

function LeftOut(props: { summary: FileSummary }) {
  const { t, format } = useReader()
  const { leftOut } = props.summary
  if (leftOut.length === 0) return null
  return (
    <ul className="vf-left-out" aria-label={t('report.imports.leftOut')}>
      {leftOut.map(({ reason, rows, amount, firstRow }) => (
        <li key={reason}>
          <span>
            {t(`imports.reason.${reason}`)}{' '}
            <small>{t('report.imports.firstRow', { row: format.count(firstRow) })}</small>
          </span>
          <b>{t('report.imports.leftOutRows', { count: rows, rows: format.count(rows) })}</b>
          <span className="vf-number">{amount > 0 ? format.money(amount) : ''}</span>
        </li>
      ))}
    </ul>
  )
}

function RowFates(props: { summary: FileSummary }) {
  const { t, format } = useReader()
  const { summary } = props
  const fates = ['accepted', 'rejected', 'setAside'] as const
  const shownFates = fates.filter((fate) => summary[fate] > 0)
  return (
    <>
      <span className="vf-fates" aria-hidden="true">
        {shownFates.map((fate) => (
          <span key={fate} className={`vf-fate-${fate}`} style={{ flexGrow: summary[fate] }} />
        ))}
      </span>
      <dl className="vf-fate-counts">
        <div>
          <dt>{t('report.imports.rows')}</dt>
          <dd>{format.count(summary.rows)}</dd>
        </div>
        {fates.map((fate) => (
          <div key={fate} className={fate === 'rejected' && summary.rejected > 0 ? 'vf-warned' : undefined}>
            <dt>{t(`report.imports.${fate}`)}</dt>
            <dd>{format.count(summary[fate])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
