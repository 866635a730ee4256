import type { IdentityCustomer, IdentityDecision, IdentityLabel } from '@vitalfew/contract/identity.ts'
import { pairKey } from './pair-key.ts'

/** The newest answer of each pair, in the order in which they were given, with the numbers and names of the sources. */
export function identityLabels(
  decisions: readonly IdentityDecision[],
  customers: readonly IdentityCustomer[],
): IdentityLabel[] {
  const known = new Map(customers.map((customer) => [customer.key, customer]))
  const newest = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision]))
  return [...newest.values()]
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ left, right, answer, bits, author, reason, at }) => ({
      left: known.get(left)?.customer ?? left,
      leftName: known.get(left)?.name ?? '',
      right: known.get(right)?.customer ?? right,
      rightName: known.get(right)?.name ?? '',
      answer,
      bits,
      author,
      reason,
      at,
    }))
}
