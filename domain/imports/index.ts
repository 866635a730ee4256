export type { ImportProgress, ReadSalesFileRequest } from './read-sales-file.ts'
export type { PlanRequest, SalesFilePlan } from './plan-sales-file.ts'
export type { LeftOutRow, LineKind, SalesLine } from './sales-line.ts'
export {
  currentSalesImports,
  type ImportedFile,
  importSalesFiles,
  type ImportSalesFiles,
  planSalesFiles,
} from './commit/import-sales-files.ts'
export { rejectedFile, type RejectedFile, type RejectedFileRequest } from './rejected/rejected-file.ts'
