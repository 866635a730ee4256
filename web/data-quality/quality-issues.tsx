import type { QualityIssue } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { issueWords } from './issue-words.ts'

export function QualityIssues(props: { issues: readonly QualityIssue[] }) {
  const { t, format } = useReader()
  if (props.issues.length === 0) return <p className="vf-empty">{t('report.quality.none')}</p>
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.quality.issues')}>
      <table className="vf-table vf-issues">
        <caption className="vf-unseen">{t('report.quality.issues')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.quality.severity')}</th>
            <th scope="col">{t('report.quality.what')}</th>
            <th scope="col" className="vf-number">
              {t('report.quality.rows')}
            </th>
            <th scope="col" className="vf-number">
              {t('report.quality.amount')} <small>{format.unit}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.issues.map((issue) => (
            <IssueRow key={issue.check} issue={issue} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function IssueRow(props: { issue: QualityIssue }) {
  const { t, format } = useReader()
  const { issue } = props
  const words = issueWords(issue.check, t)
  const isSevere = issue.severity === 'block' || issue.severity === 'high'
  return (
    <tr>
      <td>
        <Tag tone={isSevere ? 'warn' : 'quiet'}>{t(`analysis.severity.${issue.severity}`)}</Tag>
      </td>
      <th scope="row">
        {words.name}
        {words.remedy !== '' && <small className="vf-advice">{words.remedy}</small>}
        {issue.examples.length > 0 && (
          <ul className="vf-examples" aria-label={t('report.quality.examples')}>
            {issue.examples.map((example, index) => (
              <li key={index}>{example}</li>
            ))}
          </ul>
        )}
      </th>
      <td className="vf-number">{format.count(issue.rows)}</td>
      <td className="vf-number">{issue.amount === 0 ? '–' : format.amount(issue.amount)}</td>
    </tr>
  )
}
