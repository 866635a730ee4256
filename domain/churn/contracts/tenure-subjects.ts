import { figuresOf, textsOf, type TextTable } from '../records/text-table.ts'
import type { ContractColumns } from './contract-columns.ts'
import { leftWords } from './contract-lexicon.ts'
import type { ContractSubject } from './contract-subjects.ts'
import { yearlyValues } from './yearly-values.ts'

/** Subjects of a table with one row per customer: months so far and whether it left. Rows without months are passed over. */
export function tenureSubjects(table: TextTable, columns: ContractColumns): ContractSubject[] {
  const months = figuresOf(table, columns.tenure)
  const left = textsOf(table, columns.churned)
  const names = textsOf(table, columns.customerName)
  const customers = textsOf(table, columns.customer)
  const contracts = textsOf(table, columns.contract)
  const reasons = textsOf(table, columns.reason)
  const values = yearlyValues(table, columns)
  return Array.from(months.keys()).flatMap((row): ContractSubject[] => {
    const tenure = months[row] ?? Number.NaN
    if (!(tenure >= 0)) return []
    const customer = customers[row] ?? ''
    return [
      {
        customer: customer === '' ? String(row + 1) : customer,
        customerName: names[row] ?? '',
        contract: contracts[row] ?? '',
        row,
        months: tenure,
        ended: leftWords.test(left[row] ?? ''),
        endsOn: null,
        termDays: null,
        secured: false,
        renewals: 0,
        value: values[row] ?? null,
        reason: reasons[row] ?? '',
      },
    ]
  })
}
