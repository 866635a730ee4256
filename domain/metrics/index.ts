export { writeAccountMetrics } from './account-metrics.query.ts'
export { analysedLine, isAnalysed, lineSource, overLines, RunScope } from './analysed-line.ts'
export { nameOrder } from './name-order.ts'
export { dataExtent, portfolioMonths, runTotals } from './portfolio.query.ts'
