import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type Finding, wholeFinding } from '../finding.ts'
import type { KnownLines } from '../lines/known-lines.ts'
import {
  missingRates,
  recordImports,
  unknownAccounts,
  unknownProducts,
  wrongContacts,
} from './record-findings.query.ts'

/** What records beside the sales tell: who and what is sold without being known to them, and what they say wrongly. */
export async function recordFindings(warehouse: Warehouse, known: KnownLines): Promise<Finding[]> {
  const kinds = new Map((await warehouse.rows(recordImports, {})).map(({ kind, imports }) => [kind, imports]))
  const of = (kind: string): number[] => kinds.get(kind) ?? []
  const [accounts, contacts, products, rates] = [of('accounts'), of('contacts'), of('products'), of('rates')]
  const [[account], [product], [rate], [contact]] = await Promise.all([
    accounts.length === 0 ? [] : warehouse.rows(unknownAccounts, { ...known, accounts }),
    products.length === 0 ? [] : warehouse.rows(unknownProducts, { ...known, products }),
    rates.length === 0 ? [] : warehouse.rows(missingRates, { ...known, rates }),
    accounts.length + contacts.length === 0 ? [] : warehouse.rows(wrongContacts, { accounts, contacts }),
  ])
  const none = { rows: 0, isApplicable: false }
  return [
    wholeFinding('accountUnknown', 'medium', account ?? none),
    wholeFinding('productUnknown', 'medium', product ?? none),
    wholeFinding('rateMissing', 'high', rate ?? none),
    wholeFinding(
      'contactInvalid',
      'medium',
      contact === undefined ? none : { rows: contact.phones + contact.mails, examples: contact.examples },
    ),
    wholeFinding('contactGeneric', 'medium', contact === undefined ? none : { rows: contact.generic }),
  ]
}
