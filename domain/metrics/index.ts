export { writeAccountMetrics } from './account-metrics.query.ts'
export { analysedLine, RunScope } from './analysed-line.ts'
export { dataExtent, portfolioMonths, runTotals } from './portfolio.query.ts'
