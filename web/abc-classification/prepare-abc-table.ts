import type { Run } from '@vitalfew/contract/run.ts'

export interface AbcLine {
  abc: 'A' | 'B' | 'C'
  accounts: number
  accountShare: number
  amount: number
  amountShare: number
  averageAmount: number | null
}

/** The three classes with their weight in accounts and in the measure; shares are of the classified accounts. */
export function prepareAbcTable(abc: Run['abc']): AbcLine[] {
  const names = ['A', 'B', 'C'] as const
  const accounts = names.reduce((sum, name) => sum + abc.classes[name].accounts, 0)
  const amount = names.reduce((sum, name) => sum + abc.classes[name].amount, 0)
  return names.map((name) => {
    const entry = abc.classes[name]
    return {
      abc: name,
      accounts: entry.accounts,
      accountShare: accounts > 0 ? entry.accounts / accounts : 0,
      amount: entry.amount,
      amountShare: amount > 0 ? entry.amount / amount : 0,
      averageAmount: entry.accounts > 0 ? entry.amount / entry.accounts : null,
    }
  })
}
