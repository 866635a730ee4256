import type { GuardedField } from '@vitalfew/contract/api/roles.ts'
import type { QualityReport } from '@vitalfew/contract/quality.ts'
import type { QualityIssue } from '@vitalfew/contract/run.ts'
import type { Viewer } from '../access/index.ts'

/** Checks whose examples say what some may not see: telephone numbers, totals of profit. */
const tellsOf: ReadonlyMap<string, GuardedField> = new Map([
  ['contactInvalid', 'phone'],
  ['controlTotal', 'profit'],
])

/** Findings as somebody may see them: how many there are, without examples of what is kept from them. */
export function seenIssues<Issue extends Pick<QualityIssue, 'check' | 'examples'>>(
  viewer: Viewer,
  issues: readonly Issue[],
): Issue[] {
  return issues.map((issue) => {
    const field = tellsOf.get(issue.check)
    return field !== undefined && viewer.hidden.has(field) ? { ...issue, examples: [] } : issue
  })
}

/** The whole report: control totals of profit, and steps that name them, are for those who see profit. */
export function seenQuality(viewer: Viewer, report: QualityReport): QualityReport {
  const checks = seenIssues(viewer, report.checks)
  if (!viewer.hidden.has('profit')) return { ...report, checks }
  const isSeen = ({ measure }: { readonly measure: string }): boolean => measure !== 'grossProfit'
  return {
    ...report,
    checks,
    controls: report.controls.filter(isSeen),
    steps: report.steps.map((step) =>
      step.rule.controls === undefined
        ? step
        : { ...step, rule: { ...step.rule, controls: step.rule.controls.filter(isSeen) } },
    ),
  }
}
