import type { IdentityDecision, MatchedPair } from '@vitalfew/contract/identity.ts'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import { pairKey } from './pair-key.ts'

/** Evidence from which on two are close enough for an answer about a third to contradict it. */
const closeBits = -3

/**
 * Triangles that cannot be: a person said that A and B differ, and C is close to both. For each pair, named by its key,
 * the third customers that contradict it.
 */
export function conflictsOf(
  pairs: readonly Pick<MatchedPair, 'left' | 'right' | 'bits'>[],
  decisions: readonly IdentityDecision[],
): ReadonlyMap<string, readonly string[]> {
  const newest = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision]))
  const different = [...newest.values()].filter(({ answer }) => answer === 'different')
  if (different.length === 0) return new Map()
  const close = new Map<string, Set<string>>()
  for (const { left, right, bits } of pairs) {
    if ((bits ?? -Infinity) <= closeBits) continue
    neighbours(close, left).add(right)
    neighbours(close, right).add(left)
  }
  const conflicts = new Map<string, string[]>()
  const note = (pair: string, third: string): void => void conflicts.set(pair, [...(conflicts.get(pair) ?? []), third])
  for (const { left, right } of different) {
    for (const third of neighbours(close, left)) {
      if (!neighbours(close, right).has(third)) continue
      note(pairKey(left, third), right)
      note(pairKey(right, third), left)
    }
  }
  return conflicts
}

/**
 * Accounts of which a person said that somebody in the one differs from somebody in the other. For each pair of accounts,
 * named by its key, the customers that were said to differ.
 */
export function accountConflicts(
  decisions: readonly IdentityDecision[],
  membership: Membership,
): ReadonlyMap<string, readonly string[]> {
  const newest = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision]))
  const conflicts = new Map<string, string[]>()
  for (const { answer, left, right } of newest.values()) {
    if (answer !== 'different') continue
    const accounts = pairKey(accountOf(membership, left), accountOf(membership, right))
    conflicts.set(accounts, [...(conflicts.get(accounts) ?? []), left, right])
  }
  return conflicts
}

function neighbours(close: Map<string, Set<string>>, of: string): Set<string> {
  const known = close.get(of)
  if (known !== undefined) return known
  const none = new Set<string>()
  close.set(of, none)
  return none
}
