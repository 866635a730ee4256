import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SeenReport } from '@vitalfew/contract/api/runs.ts'
import { Report } from '@vitalfew/contract/report.ts'
import { profitMeasures } from '@vitalfew/contract/run.ts'
import { authorise, type Viewer } from '../access/index.ts'
import { type AccountSources, criteriaOfProfit, hiddenAccountFields, runNamed } from '../accounts/index.ts'
import { completedRun } from '../analysis-runs/index.ts'
import { seenIssues } from '../data-quality/index.ts'
import { buildReport } from './build-report.ts'

/**
 * All that the report of a run draws, for those who see every account.
 *
 * @throws ProductError `access.notAllowed`, `run.none`, `run.notFound`
 */
export async function publishedReport(
  viewer: Viewer,
  { warehouse, database }: AccountSources,
  request: { readonly run: string },
): Promise<SeenReport> {
  authorise(viewer, ['administrator', 'analyst'])
  const run = await runNamed(database, request.run)
  const completed = await completedRun(warehouse, run.run_id)
  if (completed === undefined) throw new ProductError('run.notFound', { run: request.run })
  const made = await buildReport(warehouse, { completed, generatedAt: run.completed_at.toISOString() })
  const { quality } = made.run
  const issues = seenIssues(viewer, quality.issues)
  const report = { ...made, run: { ...made.run, quality: { ...quality, issues } } }
  const hidden = hiddenAccountFields(viewer, run)
  if (hidden.size === 0) return { ...report, hiddenFields: [] }
  // Classes by profit are profit: there is nothing to leave out and something to leave.
  if (profitMeasures.has(run.measure)) throw new ProductError('access.notAllowed')
  return { ...withoutProfit(report, new Set(hidden)), hiddenFields: [...hidden] }
}

/** The report without anything that tells of profit; the schema sees to it that what is left is still a report. */
function withoutProfit(report: Report, hidden: ReadonlySet<string>): Omit<SeenReport, 'hiddenFields'> {
  const { run } = report
  const secret = criteriaOfProfit(run)
  const hidesScore = hidden.has('score')
  const isTold = ({ criterion }: { readonly criterion: string }): boolean => !secret.has(criterion)
  // Who is how far up the list, why and how firmly are the score in other words; a tier is what everybody works by.
  const keyAccounts = hidesScore
    ? []
    : run.keyAccounts.map((account) => ({
        ...account,
        reasons: account.reasons.filter(isTold),
        weakness: account.weakness !== null && isTold(account.weakness) ? account.weakness : null,
      }))
  const selection =
    run.selection === null || !hidesScore
      ? run.selection
      : { ...run.selection, accounts: [], belowTheLine: [], sensitivity: null, fairness: [], backtest: null }
  const isValueSecret = hidden.has('clv')
  const rest = isValueSecret ? { value: null, churn: null } : {}
  const tested = selection?.backtest?.measure === 'grossProfit' ? { ...selection, backtest: null } : selection
  const parsed = Report.parse(blanked({ ...report, run: { ...run, ...rest, keyAccounts, selection: tested } }, hidden))
  const accounts = parsed.accounts.map((row) => ({ ...row, score: hidesScore ? null : row.score }))
  return { ...parsed, accounts }
}

/** Fields whose names other figures bear too, which are not secret. */
const namedElsewhere: ReadonlySet<string> = new Set(['abcClass', 'score'])

/** Whatever bears the name of something hidden, or of profit, at any depth, is null. */
function blanked(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => blanked(item, hidden))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      (hidden.has(name) && !namedElsewhere.has(name)) || /profit/i.test(name) ? null : blanked(inner, hidden),
    ]),
  )
}
