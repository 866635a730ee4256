import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import type { ContractSubject } from './contract-subjects.ts'

/** Why customers left, where it is on record, the commonest first. */
export function recordedReasons(ended: readonly ContractSubject[]): ContractChurn['reasons'] {
  const known = ended.filter(({ reason }) => reason !== '')
  return [...Map.groupBy(known, ({ reason }) => reason)]
    .map(([reason, own]) => {
      const values = own.flatMap(({ value }) => (value === null ? [] : [value]))
      return {
        reason,
        accounts: own.length,
        value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
      }
    })
    .toSorted((one, other) => other.accounts - one.accounts || (one.reason < other.reason ? -1 : 1))
}
