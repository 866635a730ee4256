import type { LineCheck } from './line-check.ts'

/** What is wrong with who bought, as `customer-faults.ts` finds it. */
export const customerChecks: readonly LineCheck[] = [
  { name: 'totalAsLine', severity: 'high', fixes: ['exclude'] },
  { name: 'testCustomer', severity: 'high', fixes: ['exclude'] },
  { name: 'lostZeros', severity: 'high', fixes: ['set'] },
  { name: 'creditCodeShared', severity: 'high', fixes: [] },
  { name: 'nameWithTwoCodes', severity: 'high', fixes: [] },
  { name: 'internalCustomer', severity: 'medium', fixes: ['exclude'] },
  { name: 'walkInCustomer', severity: 'medium', fixes: ['exclude'] },
  { name: 'genericCode', severity: 'medium', fixes: ['set'] },
  { name: 'creditCodeInvalid', severity: 'medium', fixes: ['set'] },
  { name: 'duplicateCustomer', severity: 'medium', fixes: [] },
  { name: 'relatedCustomer', severity: 'medium', fixes: [] },
]
