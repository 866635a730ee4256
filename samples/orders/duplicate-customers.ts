import type { Bilingual } from '../bilingual.ts'
import type { Account } from '../company/accounts.ts'
import { accountCode } from '../company/accounts.ts'
import type { Misspelling } from '../names/misspelling.ts'
import { canMisspell, misspelled } from '../names/misspelling.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt } from '../seeded-random.ts'
import type { SalesDocument } from './sales-document.ts'

/** A second customer record of an account that already had one. */
export interface DuplicateCustomer {
  readonly code: string
  readonly account: Account
  readonly misspelling: Misspelling
  readonly name: Bilingual
  /** What the second record shares with the first besides the name. */
  readonly sharesCreditCode: boolean
  readonly sharesPhone: boolean
  /** Orders that were entered under the second record. */
  readonly documents: ReadonlySet<SalesDocument>
}

/** Two more second records in the other language go to accounts that have one already. */
const planted: Readonly<Record<Misspelling, number>> = {
  bracketWidth: 4,
  missingLegalForm: 5,
  otherScript: 4,
  spaces: 4,
  typo: 5,
  otherLanguage: 2,
}

interface Candidates {
  readonly histories: ReadonlyMap<Account, readonly SalesDocument[]>
  readonly random: SeededRandom
}

/** Twenty-six second records on twenty-four accounts: two accounts were entered three times. */
export function duplicateCustomers({ histories, random }: Candidates): DuplicateCustomer[] {
  const busy = [...histories].filter(([, documents]) => documents.length >= 8).map(([account]) => account)
  const free = random.shuffled(busy)
  const chosen = misspellingList().map((misspelling) => ({
    misspelling,
    account: takeFirst(free, ({ nameParts }) => canMisspell(nameParts, misspelling)),
  }))
  const again = chosen.slice(5, 7).map(({ account }) => ({ account, misspelling: 'otherLanguage' as const }))
  chosen.push(...again)
  const taken = new Set<SalesDocument>()
  return chosen.map(({ account, misspelling }, index) => ({
    code: accountCode(histories.size + 1 + index),
    account,
    misspelling,
    name: misspelled(account.nameParts, misspelling),
    sharesCreditCode: random.chance(0.25),
    sharesPhone: random.chance(0.4),
    documents: ordersForDuplicate(histories.get(account) ?? [], { taken, random }),
  }))
}

function misspellingList(): Misspelling[] {
  const { bracketWidth, missingLegalForm, otherScript, spaces, typo, otherLanguage } = planted
  return [
    ...Array<Misspelling>(bracketWidth).fill('bracketWidth'),
    ...Array<Misspelling>(missingLegalForm).fill('missingLegalForm'),
    ...Array<Misspelling>(otherScript).fill('otherScript'),
    ...Array<Misspelling>(spaces).fill('spaces'),
    ...Array<Misspelling>(typo).fill('typo'),
    ...Array<Misspelling>(otherLanguage).fill('otherLanguage'),
  ]
}

function takeFirst(free: Account[], fits: (account: Account) => boolean): Account {
  const account = itemAt(free, free.findIndex(fits))
  free.splice(free.indexOf(account), 1)
  return account
}

/** A part of the orders with the returns that belong to them; at least one order. */
function ordersForDuplicate(
  documents: readonly SalesDocument[],
  { taken, random }: { taken: Set<SalesDocument>; random: SeededRandom },
): ReadonlySet<SalesDocument> {
  const share = random.between(0.12, 0.38)
  const orders = documents.filter((document) => document.kind === 'sale' && !taken.has(document))
  const chosen = orders.filter((_, index) => index === orders.length - 2 || random.chance(share))
  for (const order of chosen) taken.add(order)
  return new Set(documents.filter((document) => chosen.includes(document.origin ?? document)))
}
