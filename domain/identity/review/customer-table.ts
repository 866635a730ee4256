import type { IdentityCustomer } from '@vitalfew/contract/identity.ts'
import { repairedCreditCode } from '../names/credit-code.ts'
import type { WrittenField } from '../resolve/graded-fields.ts'
import { distinctTexts } from '../table/distinct-texts.ts'

/** By what customers are compared. */
const compared = [
  ['name', 'company'],
  ['creditCode', 'creditCode'],
] as const

/** The texts by which a customer is compared, in the order of the columns. */
export function textsOf({ name, customer, creditCode }: IdentityCustomer): readonly string[] {
  return [name === '' ? customer : name, repairedCreditCode(creditCode)]
}

/** Customers of the sales as a table; a record is named by the key of its customer. */
export function customerTable(customers: readonly IdentityCustomer[]): {
  readonly ids: readonly string[]
  readonly columns: readonly WrittenField[]
} {
  const rows = customers.map(textsOf)
  return {
    ids: customers.map(({ key }) => key),
    columns: compared.map(([header, kind], place) => {
      const texts = distinctTexts()
      for (const row of rows) texts.add(row[place] ?? '')
      return { header, kind, ...texts.column() }
    }),
  }
}
