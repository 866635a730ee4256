import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { importedContracts } from './imported-records.query.ts'
import { keyedCustomers, type KeyScope } from './keyed-customers.ts'
import type { TextTable } from './text-table.ts'

/** The headers of the cells of a contract, as files have them. */
const contractHeaders = [
  'contractid',
  'startdate',
  'enddate',
  'termmonths',
  'renewalstatus',
  'churnreason',
  'renews',
] as const

/** Headers of cells that may tell why contracts end: these are shown to people. */
export interface ExplainingHeaders {
  readonly yearlyAmount: string
  readonly contractName: string
  readonly discount: string
  readonly paymentDays: string
  readonly salesperson: string
  readonly department: string
}

/**
 * The contracts that a workspace knows as the table that a file of them would be; null where there are none, or more than
 * a run looks at in passing. Customers that are one account have one name in it, so that their contracts follow on one
 * another.
 */
export async function importedContractTable(
  warehouse: Warehouse,
  {
    imports,
    asOf,
    headers,
    file,
    ...scope
  }: KeyScope & {
    readonly imports: number[]
    readonly asOf: string
    readonly headers: ExplainingHeaders
    /** What errors call the table. */
    readonly file: string
  },
): Promise<TextTable | null> {
  if (imports.length === 0) return null
  const contracts = await warehouse.rows(importedContracts, { imports, asOf })
  if (contracts.length === 0 || contracts.length > mostContracts) return null
  const keys = await keyedCustomers(warehouse, contracts, scope)
  const first = new Map<bigint, number>()
  keys.forEach((key, row) => {
    if (key !== undefined && !first.has(key)) first.set(key, row)
  })
  const { yearlyAmount, contractName, discount, paymentDays, salesperson, department } = headers
  return {
    file,
    headers: [
      'customerid',
      'customername',
      ...contractHeaders,
      yearlyAmount,
      contractName,
      discount,
      paymentDays,
      salesperson,
      department,
    ],
    rows: contracts.map(({ cells }, row) => {
      const key = keys[row]
      const named = contracts[(key === undefined ? undefined : first.get(key)) ?? row]
      return [named?.customer ?? '', named?.customerName ?? '', ...cells]
    }),
    serialZero: 0,
  }
}

const mostContracts = 200_000
