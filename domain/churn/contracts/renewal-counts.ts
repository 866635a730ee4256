import { type ContractTerm, hasEnded } from './term-subjects.ts'

/** At index t: contracts renewed t times before that came to their end, and how many of these were renewed once more. */
export interface RenewalTally {
  readonly due: number[]
  readonly renewed: number[]
}

/** What became of every contract that came to its end. */
export function renewalCounts(chains: readonly (readonly ContractTerm[])[], asOf: number): RenewalTally {
  const due: number[] = []
  const renewed: number[] = []
  for (const chain of chains) {
    chain.forEach((term, t) => {
      const isRenewed = t < chain.length - 1 || (term.status === 'renewed' && term.end < asOf)
      if (!isRenewed && !hasEnded(term, asOf)) return
      due[t] = (due[t] ?? 0) + 1
      renewed[t] = (renewed[t] ?? 0) + Number(isRenewed)
    })
  }
  return { due: Array.from(due, (count) => count ?? 0), renewed: Array.from(renewed, (count) => count ?? 0) }
}
