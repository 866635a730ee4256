import { missingMark } from '../design/formats.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import type { SurvivalLine } from './prepare-survival.ts'

/** Each curve in figures: how many began, how many left, when half were gone. */
export function SurvivalMedians(props: { lines: readonly SurvivalLine[]; nameOf: (group: string) => string }) {
  const reader = useReader()
  const { t, format } = reader
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.churn.survival.medians')}>
      <table className="vf-table">
        <caption className="vf-unseen">{t('report.churn.survival.medians')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.churn.survival.group')}</th>
            <th scope="col" className="vf-number">
              {t('report.churn.accounts')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.left')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.survival.afterYear')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.churn.survival.median')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.group}>
              <th scope="row">{props.nameOf(line.group)}</th>
              <td className="vf-number">{format.count(line.accounts)}</td>
              <td className="vf-number">{format.count(line.left)}</td>
              <td className="vf-number">{format.percent(line.afterYear)}</td>
              <td className="vf-number">{medianWords(line, reader)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The median with its interval; an open end is a dash, and without a median half have not left yet. */
function medianWords(line: SurvivalLine, { t, format }: Reader): string {
  if (line.medianMonths === null) return t('report.churn.survival.notReached')
  const bound = (months: number | null) => (months === null ? missingMark : format.decimal(months))
  const median = format.decimal(line.medianMonths)
  if (line.medianLower === null && line.medianUpper === null) return median
  return `${median} [${bound(line.medianLower)}, ${bound(line.medianUpper)}]`
}
