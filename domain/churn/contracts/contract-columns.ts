import { headerKey } from '../../imports/index.ts'
import type { TextTable } from '../records/text-table.ts'
import { contractAliases, type ContractField, contractFields } from './contract-lexicon.ts'

export type ContractColumns = Partial<Record<ContractField, number>>

/** Which column holds what, by the headers. */
export function contractColumns({ headers }: Pick<TextTable, 'headers'>): ContractColumns {
  const keys = headers.map(headerKey)
  const columns: ContractColumns = {}
  const taken = new Set<number>()
  for (const field of contractFields) {
    const names = contractAliases[field].split(' ')
    // A name without a code identifies the customer: the same column may stand for both.
    const column = names.map((name) => keys.indexOf(name)).find((index) => index >= 0 && !taken.has(index))
    if (column === undefined) continue
    columns[field] = column
    if (field !== 'customer') taken.add(column)
    else if (!contractAliases.customerName.split(' ').includes(keys[column] ?? '')) taken.add(column)
  }
  return columns
}
