import type { Run } from '@vitalfew/contract/run.ts'
import { QualityIssues } from '../data-quality/quality-issues.tsx'
import { useReader } from '../design/reader.tsx'
import { Section } from '../design/section.tsx'
import { ImportSummaries } from '../imports/import-summaries.tsx'

export function QualitySection(props: { run: Run }) {
  const { t, format } = useReader()
  const { quality, run } = props.run
  const count = quality.issues.length
  // Rounded down: only flawless data scores 100 %.
  const score = format.percent(Math.floor(quality.score * 1000) / 1000)
  return (
    <Section
      id="quality"
      title={t('report.section.quality')}
      lead={count === 0 ? t('report.quality.leadClean', { score }) : t('report.quality.lead', { score, count })}
    >
      <QualityIssues issues={quality.issues} />
      <h3>{t('report.imports.title')}</h3>
      <ImportSummaries imports={run.imports} />
    </Section>
  )
}
