export { readSalesFile, type ImportProgress, type ReadSalesFileRequest } from './read-sales-file.ts'
export { planSalesFile, type PlanRequest, type SalesFilePlan } from './plan-sales-file.ts'
export type { LeftOutRow, LineKind, SalesLine } from './sales-line.ts'
