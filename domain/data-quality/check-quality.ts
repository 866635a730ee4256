import type { ImportSummary, RejectionReason, SetAsideReason } from '@vitalfew/contract/imports.ts'
import type { QualityIssue, Run, Severity } from '@vitalfew/contract/run.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { duplicateLines, lineChecks, outlyingAmounts } from './line-checks.query.ts'

export interface CheckQuality {
  readonly imports: readonly { readonly id: number; readonly summary: ImportSummary }[]
  readonly asOf: string
  readonly today: string
  readonly totals: { readonly accountsNotPositive: number; readonly amountNotPositive: number }
}

const staleAfterDays = 92

/**
 * What is doubtful about the data of a run: each check with its rows and the money in them. The score is the share of
 * all money that no blocking or high finding touches.
 */
export async function checkQuality(warehouse: Warehouse, request: CheckQuality): Promise<Run['quality']> {
  const known = { imports: request.imports.map((item) => item.id), before: request.asOf }
  const [[lines], [duplicates], [outliers]] = await Promise.all([
    warehouse.rows(lineChecks, { ...known, today: request.today }),
    warehouse.rows(duplicateLines, known),
    warehouse.rows(outlyingAmounts, known),
  ])
  if (lines === undefined) return { score: 0, issues: [] }
  const leftOut = leftOutIssues(request.imports.map((item) => item.summary))
  const { accountsNotPositive, amountNotPositive } = request.totals
  const silentDays = dayFromIso(request.today) - dayFromIso(request.asOf)
  const missingMonths = lines.monthsSpanned - lines.monthsWithSales
  const found: QualityIssue[] = [
    ...leftOut,
    issue('outlierAmount', 'high', { rows: outliers?.rows, amount: outliers?.amount, examples: outliers?.examples }),
    issue('futureDate', 'high', { rows: lines.future, amount: lines.futureAmount, examples: lines.futureExamples }),
    issue('mixedCurrency', 'high', {
      rows: lines.currencies.length > 1 ? lines.currencies.length : 0,
      amount: lines.currencies.length > 1 ? lines.amount : 0,
      examples: lines.currencies,
    }),
    issue('missingMonths', 'high', { rows: missingMonths }),
    issue('duplicateLine', 'medium', {
      rows: duplicates?.rows,
      amount: duplicates?.amount,
      examples: duplicates?.examples,
    }),
    issue('accountsNotPositive', 'medium', { rows: accountsNotPositive, amount: -amountNotPositive }),
    issue('stale', 'medium', { rows: silentDays > staleAfterDays ? silentDays : 0, examples: [request.asOf] }),
    issue('zeroAmount', 'medium', { rows: lines.zero, examples: lines.zeroExamples }),
    issue('returns', 'low', { rows: lines.returns, amount: lines.returnsAmount }),
    issue('cancelled', 'low', { rows: lines.cancelled, amount: lines.cancelledAmount }),
  ].filter((item) => item.rows > 0)
  return { score: score(found, lines.amount), issues: found }
}

interface Finding {
  readonly rows?: number | undefined
  readonly amount?: number | undefined
  readonly examples?: readonly string[] | undefined
}

function issue(check: string, severity: Severity, finding: Finding): QualityIssue {
  return {
    check,
    severity,
    rows: finding.rows ?? 0,
    amount: finding.amount ?? 0,
    examples: [...(finding.examples ?? [])],
  }
}

function score(issues: readonly QualityIssue[], importedAmount: number): number {
  const grave = issues.filter((item) => item.severity === 'block' || item.severity === 'high')
  const affected = grave.reduce((total, item) => total + item.amount, 0)
  const leftOut = grave.filter((item) => leftOutChecks.has(item.check)).reduce((total, item) => total + item.amount, 0)
  const all = importedAmount + leftOut
  return all === 0 ? 0 : Math.max(0, 1 - affected / all)
}

const leftOutChecks = new Set<string>(['customerMissing', 'dateInvalid', 'amountInvalid', 'rowDamaged'])

const checkOfReason: Readonly<Record<RejectionReason | SetAsideReason, string | null>> = {
  customerMissing: 'customerMissing',
  dateMissing: 'dateInvalid',
  dateInvalid: 'dateInvalid',
  dateOutOfRange: 'dateInvalid',
  amountMissing: 'amountInvalid',
  amountInvalid: 'amountInvalid',
  amountOutOfRange: 'amountInvalid',
  quantityInvalid: 'amountInvalid',
  priceInvalid: 'amountInvalid',
  costInvalid: 'amountInvalid',
  discountInvalid: 'amountInvalid',
  rowDamaged: 'rowDamaged',
  duplicateRow: null,
  totalRow: 'totalRow',
  titleRow: null,
  headerRow: null,
  blankRow: null,
}

/** The rows left out of the imports, reasons that call for the same remedy taken together. */
function leftOutIssues(summaries: readonly ImportSummary[]): QualityIssue[] {
  const found = new Map<string, { rows: number; amount: number; examples: string[] }>()
  for (const { file, leftOut } of summaries) {
    for (const { reason, rows, amount, firstRow } of leftOut) {
      const check = checkOfReason[reason]
      if (check === null) continue
      const sum = found.get(check) ?? { rows: 0, amount: 0, examples: [] }
      sum.rows += rows
      sum.amount += amount
      sum.examples.push(`${file}:${firstRow}`)
      found.set(check, sum)
    }
  }
  return [...found].map(([check, sum]) => issue(check, check === 'totalRow' ? 'low' : 'high', sum))
}
