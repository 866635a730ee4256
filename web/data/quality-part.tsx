import { QualityIssues } from '../data-quality/quality-issues.tsx'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { WithReport } from '../app/with-report.tsx'

/** How sound the sales are: each finding with where, how much money, and what to do. */
export function QualityPart() {
  const { t, format } = useReader()
  return (
    <WithReport>
      {({ run }) => {
        const { score, issues } = run.quality
        const words = { score: format.percent(Math.floor(score * 1000) / 1000), count: issues.length }
        return (
          <Card note={t(issues.length === 0 ? 'report.quality.leadClean' : 'report.quality.lead', words)}>
            <QualityIssues issues={issues} />
          </Card>
        )
      }}
    </WithReport>
  )
}
