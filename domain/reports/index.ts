export { accountColumns } from './account-columns.ts'
export { buildReport } from './build-report.ts'
export { type WriteAccountFile, writeAccountsCsv, writeAccountsXlsx } from './write-account-files.ts'
export { outputFailure, type StagedOutput, stageOutput } from './staged-output.ts'
