export { scoreAccounts } from './score-accounts.ts'
