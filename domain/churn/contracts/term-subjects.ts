import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import type { ContractColumns } from './contract-columns.ts'
import { contractStatuses } from './contract-lexicon.ts'
import type { ContractSubject } from './contract-subjects.ts'
import { daysOf, figuresOf, textsOf, type TextTable } from '../records/text-table.ts'
import { yearlyValues } from './yearly-values.ts'

/** One contract. Days since 1970-01-01; `end` is its last day. */
export interface ContractTerm {
  readonly row: number
  readonly customer: string
  readonly start: number
  readonly end: number
  readonly status: 'renewed' | 'ended' | 'running' | ''
}

/** A contract that begins within so many days of the end of the last one renews it. */
export const renewalDays = 90

/** The contracts of a table that had begun before a day; rows without a start or an end are passed over. */
export function contractTerms(table: TextTable, columns: ContractColumns, { asOf }: { asOf: number }): ContractTerm[] {
  const starts = daysOf(table, columns.start)
  const ends = daysOf(table, columns.end)
  const months = figuresOf(table, columns.termMonths)
  const customers = textsOf(table, columns.customer)
  const statuses = textsOf(table, columns.status)
  return Array.from(starts.keys()).flatMap((row): ContractTerm[] => {
    const start = starts[row] ?? Number.NaN
    const term = months[row] ?? Number.NaN
    const given = ends[row] ?? Number.NaN
    const end = Number.isNaN(given) && term > 0 ? addMonths(start, Math.round(term)) - 1 : given
    if (!(start < asOf) || !(end >= start)) return []
    const customer = customers[row] ?? ''
    return [
      {
        row,
        customer: customer === '' ? String(row + 1) : customer,
        start,
        end,
        status: statusOf(statuses[row] ?? ''),
      },
    ]
  })
}

function statusOf(text: string): ContractTerm['status'] {
  if (text === '') return ''
  if (contractStatuses.ended.test(text)) return 'ended'
  return contractStatuses.renewed.test(text) ? 'renewed' : 'running'
}

/** Contracts by customer, cut into chains in which each renews the one before. */
export function contractChains(terms: readonly ContractTerm[]): ContractTerm[][] {
  const chains: ContractTerm[][] = []
  for (const own of Map.groupBy(terms, ({ customer }) => customer).values()) {
    let chain: ContractTerm[] = []
    for (const term of own.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
      const last = chain.at(-1)
      if (last !== undefined && term.start > last.end + renewalDays) {
        chains.push(chain)
        chain = []
      }
      chain.push(term)
    }
    if (chain.length > 0) chains.push(chain)
  }
  return chains
}

/**
 * Whether the last contract of a chain has come to nothing: by its status once it is over, or where that says nothing, when
 * no other has followed for the time a renewal may take.
 */
export function hasEnded(last: ContractTerm, asOf: number): boolean {
  if (last.end >= asOf) return false
  if (last.status === 'ended') return true
  return last.status === '' && last.end + renewalDays < asOf
}

/** One subject per chain of contracts. */
export function termSubjects(
  chains: readonly (readonly ContractTerm[])[],
  { table, columns, asOf }: { readonly table: TextTable; readonly columns: ContractColumns; readonly asOf: number },
): ContractSubject[] {
  const names = textsOf(table, columns.customerName)
  const contracts = textsOf(table, columns.contract)
  const reasons = textsOf(table, columns.reason)
  const values = yearlyValues(table, columns)
  const following = customersFrom(table, columns, asOf)
  return chains.flatMap((chain): ContractSubject[] => {
    const [first, last] = [chain[0], chain.at(-1)]
    if (first === undefined || last === undefined) return []
    const over = hasEnded(last, asOf)
    return [
      {
        customer: last.customer,
        customerName: names[last.row] ?? '',
        contract: contracts[last.row] ?? '',
        row: last.row,
        months: ((over ? last.end + 1 : asOf) - first.start) / daysPerMonth,
        ended: over,
        endsOn: last.end,
        termDays: last.end + 1 - last.start,
        secured: !over && (last.status === 'renewed' || following.has(last.customer)),
        renewals: chain.length - 1,
        value: values[last.row] ?? null,
        reason: over ? (reasons[last.row] ?? '') : '',
      },
    ]
  })
}

/** Customers with a contract that begins on a day or later. */
function customersFrom(table: TextTable, columns: ContractColumns, asOf: number): Set<string> {
  const starts = daysOf(table, columns.start)
  return new Set(textsOf(table, columns.customer).filter((_, row) => (starts[row] ?? Number.NaN) >= asOf))
}

const daysPerMonth = 30.4375
