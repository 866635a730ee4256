import type { IdentityCustomer, IdentityDecision, MatchedPair, ReviewItem } from '@vitalfew/contract/identity.ts'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import { repairedCreditCode } from '../names/credit-code.ts'
import { pairEvidence } from '../resolve/pair-evidence.ts'
import { resolveRecords } from '../resolve/resolve-records.ts'
import { distinctTexts } from '../table/distinct-texts.ts'
import { conflictsOf } from './conflicts.ts'
import { pairKey } from './pair-key.ts'

export interface ReviewRequest {
  readonly membership: Membership
  readonly decisions: readonly IdentityDecision[]
}

/**
 * Pairs of customers that may be one account and are not yet, those with the most money at stake first. Pairs about which
 * a person said anything but "unsure" are settled.
 */
export async function reviewQueue(
  customers: readonly IdentityCustomer[],
  { membership, decisions }: ReviewRequest,
): Promise<ReviewItem[]> {
  if (customers.length < 2) return []
  const columns = [
    column(
      'name',
      'company',
      customers.map(({ name, customer }) => (name === '' ? customer : name)),
    ),
    column(
      'creditCode',
      'creditCode',
      customers.map(({ creditCode }) => repairedCreditCode(creditCode)),
    ),
  ].filter(({ values }) => values.length > 1)
  const resolved = await resolveRecords(columns, customers.length)
  const known = new Map(customers.map((customer) => [customer.key, customer]))
  const answers = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision.answer]))
  const revenue = revenueOf(customers, membership)
  const pairs = [...pairEvidence(resolved, { ids: customers.map(({ key }) => key), columns })]
  const conflicts = conflictsOf(pairs, decisions)
  const items = pairs.flatMap((pair): ReviewItem[] => {
    const answer = answers.get(pairKey(pair.left, pair.right))
    const [left, right] = [known.get(pair.left), known.get(pair.right)]
    const [first, second] = [accountOf(membership, pair.left), accountOf(membership, pair.right)]
    if (left === undefined || right === undefined || first === second || pair.band === 'no') return []
    if (answer !== undefined && answer !== 'unsure') return []
    return [
      itemOf(pair, { left, right, conflicts, stake: Math.min(revenue.get(first) ?? 0, revenue.get(second) ?? 0) }),
    ]
  })
  return items.toSorted((a, b) => b.revenueAtStake - a.revenueAtStake || (b.bits ?? 0) - (a.bits ?? 0))
}

interface ItemOf {
  readonly left: IdentityCustomer
  readonly right: IdentityCustomer
  readonly conflicts: ReadonlyMap<string, readonly string[]>
  readonly stake: number
}

function itemOf(pair: MatchedPair, { left, right, conflicts, stake }: ItemOf): ReviewItem {
  const { bits, probability, band, priorBits, fields } = pair
  const against = conflicts.get(pairKey(pair.left, pair.right)) ?? []
  const safeBand = against.length > 0 && band === 'auto' ? 'review' : band
  return {
    left,
    right,
    bits,
    probability,
    band: safeBand,
    priorBits,
    fields,
    revenueAtStake: stake,
    conflicts: [...against],
  }
}

function column(header: string, kind: 'company' | 'creditCode', written: readonly string[]) {
  const texts = distinctTexts()
  for (const text of written) texts.add(text)
  return { header, kind, ...texts.column() }
}

function revenueOf(customers: readonly IdentityCustomer[], membership: Membership): ReadonlyMap<string, number> {
  const revenue = new Map<string, number>()
  for (const { key, netRevenue } of customers) {
    const account = accountOf(membership, key)
    revenue.set(account, (revenue.get(account) ?? 0) + netRevenue)
  }
  return revenue
}
