export { stageAccounts } from './stage-accounts.ts'
export { slippingAccounts } from './staged-accounts.query.ts'
