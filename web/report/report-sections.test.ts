import { expect, test } from 'vitest'
import { exampleReport } from './example-report.fixture.ts'
import { reportSections } from './report-sections.ts'

test('who is leaving is told once: by the warnings, or by silence where nobody looked', () => {
  const { run } = exampleReport(20)
  expect(reportSections(run)).toContain('churn')
  expect(reportSections(run)).not.toContain('slipping')
  expect(reportSections({ ...run, churn: null })).toContain('slipping')
})

test('what a run has not looked into has no section', () => {
  const sections = reportSections({ selection: null, value: null, churn: null, segmentation: null, behaviour: null })
  expect(sections).not.toContain('value')
  expect(sections).not.toContain('selection')
})
