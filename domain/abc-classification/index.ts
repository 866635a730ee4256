export { type AbcReport, type ClassifyAccounts, classifyAccounts } from './classify-accounts.ts'
