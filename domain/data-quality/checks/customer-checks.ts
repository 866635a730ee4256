import { customerHas } from '../lines/customer-faults.ts'
import type { LineCheck } from './line-check.ts'

/** What is wrong with who bought. */
export const customerChecks: readonly LineCheck[] = [
  { name: 'totalAsLine', severity: 'high', condition: customerHas('totalAsLine'), fixes: ['exclude'] },
  { name: 'testCustomer', severity: 'high', condition: customerHas('testCustomer'), fixes: ['exclude'] },
  { name: 'lostZeros', severity: 'high', condition: customerHas('lostZeros'), fixes: ['set'] },
  { name: 'creditCodeShared', severity: 'high', condition: customerHas('creditCodeShared'), fixes: [] },
  { name: 'nameWithTwoCodes', severity: 'high', condition: customerHas('nameWithTwoCodes'), fixes: [] },
  { name: 'internalCustomer', severity: 'medium', condition: customerHas('internalCustomer'), fixes: ['exclude'] },
  { name: 'walkInCustomer', severity: 'medium', condition: customerHas('walkInCustomer'), fixes: ['exclude'] },
  { name: 'genericCode', severity: 'medium', condition: customerHas('genericCode'), fixes: ['set'] },
  { name: 'creditCodeInvalid', severity: 'medium', condition: customerHas('creditCodeInvalid'), fixes: ['set'] },
  { name: 'duplicateCustomer', severity: 'medium', condition: customerHas('duplicateCustomer'), fixes: [] },
  { name: 'relatedCustomer', severity: 'medium', condition: customerHas('relatedCustomer'), fixes: [] },
]
