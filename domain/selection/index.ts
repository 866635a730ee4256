export { defaultModel } from './default-model.ts'
export { type SelectAccounts, selectAccounts } from './select-accounts.ts'
