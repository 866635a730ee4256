import type { Report } from '@vitalfew/contract/report.ts'

/** A report without the months before its data begins: they are not months without sales, they are not known. */
export function knownMonths(report: Report): Report {
  const { firstOrder } = report.run.totals
  const from = firstOrder === null ? 0 : report.months.findIndex((month) => month.slice(0, 7) >= firstOrder.slice(0, 7))
  if (from <= 0) return report
  return {
    ...report,
    months: report.months.slice(from),
    monthlyRevenue: report.monthlyRevenue.slice(from),
    monthlyGrossProfit: report.monthlyGrossProfit?.slice(from) ?? null,
    accounts: report.accounts.map((row) => ({ ...row, monthlyRevenue: row.monthlyRevenue.slice(from) })),
  }
}
