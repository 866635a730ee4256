import type { IdentityCustomer, MatchedPair } from '@vitalfew/contract/identity.ts'
import { repairedCreditCode } from '../names/credit-code.ts'
import { pairEvidence } from '../resolve/pair-evidence.ts'
import { resolveRecords } from '../resolve/resolve-records.ts'
import { distinctTexts } from '../table/distinct-texts.ts'

const compared = new WeakMap<readonly IdentityCustomer[], Promise<readonly MatchedPair[]>>()

/**
 * Pairs of customers that are or might be the same, strongest evidence first. What was found for a list of customers is
 * kept as long as the list is: answers and merges change nothing of it.
 */
export function comparedCustomers(customers: readonly IdentityCustomer[]): Promise<readonly MatchedPair[]> {
  const known = compared.get(customers)
  if (known !== undefined) return known
  const pairs = compareCustomers(customers)
  compared.set(customers, pairs)
  pairs.catch(() => compared.delete(customers))
  return pairs
}

async function compareCustomers(customers: readonly IdentityCustomer[]): Promise<readonly MatchedPair[]> {
  if (customers.length < 2) return []
  const names = customers.map(({ name, customer }) => (name === '' ? customer : name))
  const codes = customers.map(({ creditCode }) => repairedCreditCode(creditCode))
  const columns = [column('name', 'company', names), column('creditCode', 'creditCode', codes)].filter(
    ({ values }) => values.length > 1,
  )
  const resolved = await resolveRecords(columns, customers.length)
  return [...pairEvidence(resolved, { ids: customers.map(({ key }) => key), columns })]
}

function column(header: string, kind: 'company' | 'creditCode', written: readonly string[]) {
  const texts = distinctTexts()
  for (const text of written) texts.add(text)
  return { header, kind, ...texts.column() }
}
