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
export { openSource } from './open-source.ts'
export { distinctHeaders, findHeader } from './header/find-header.ts'
export { headerKey } from './header/header-key.ts'
export { headerUnit } from './header/header-unit.ts'
export { cleanText } from './values/clean-text.ts'
export { dateOrderVote } from './values/date-order.ts'
export { decimalMarkVote } from './values/decimal-mark.ts'
export { parseAmount } from './values/parse-amount.ts'
export { parseDay } from './values/parse-date.ts'
export { isPlaceholder } from './values/placeholders.ts'
export {
  changeableImport,
  importHistory,
  type ImportState,
  restoreImport,
  withdrawImport,
} from './commit/withdraw-import.ts'
export type { FilePreview } from './preview/preview-sales-file.ts'
export { previewFile, type PreviewFile } from './preview/preview-file.ts'
export { type AccountCosts, accountCosts, currentCostImports } from './costs/account-costs.ts'
export { accountPosting } from './costs/contribution.query.ts'
export type { FileReading } from './intake/file-reading.ts'
export { importTables } from './commit/import-log.query.ts'
export { correctImport } from './commit/correct-import.ts'
export { importRecords } from './intake/import-records.ts'
export { importSales } from './intake/import-sales.ts'
export type { IntakeRequest } from './intake/intake-request.ts'
export { currentRecordImports } from './log/current-record-imports.ts'
export { currentRows } from './kinds/current-records.query.ts'
export { recordKindDefinitions } from './kinds/record-kinds.ts'
export { importLog } from './log/import-log.ts'
export { driftInWords } from './intake/drift-in-words.ts'
export type { ListedFile } from './rejected/rejected-file.ts'
export { fetchOrigin, type FetchedOrigin } from './origin/fetch-origin.ts'
export { originAddress, soundAddress } from './origin/origin-address.ts'
export { rememberedOrigin, rememberedSettings, type SourceMemory, type SourceName } from './intake/source-memory.ts'
export { fileHistory, type FileImport, driftSinceLast } from './log/file-history.ts'
export { importedOf, knownSources, type KnownSource } from './log/known-sources.ts'
export { type ArrivedFile, filesIn } from './origin/folder-files.ts'
export { requirePublicHost } from './origin/public-host.ts'
