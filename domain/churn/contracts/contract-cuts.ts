import type { ContractChurn } from '@vitalfew/contract/churn.ts'
import { churnRate } from '../rates/churn-rate.ts'
import type { ContractSubject } from './contract-subjects.ts'
import type { Covariate } from './covariates.ts'

/** Share of customers whose contract ended, by every column of few values. */
export function contractCuts(known: readonly Covariate[], subjects: readonly ContractSubject[]): ContractChurn['cuts'] {
  return known.flatMap(({ header, values }) => {
    if (values === null) return []
    const groups = [...Map.groupBy(subjects.keys(), (index) => values[index] ?? '')]
    return [
      {
        dimension: header,
        omitted: 0,
        values: groups
          .map(([value, rows]) => ({ value, rate: rateOf(rows.flatMap((row) => subjects[row] ?? [])) }))
          .toSorted((one, other) => other.rate.accounts - one.rate.accounts),
      },
    ]
  })
}

function rateOf(subjects: readonly ContractSubject[]) {
  const ended = subjects.filter((subject) => subject.ended)
  const revenueLost = ended.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return churnRate({ accounts: subjects.length, left: ended.length, wonBack: 0, revenueLost })
}
