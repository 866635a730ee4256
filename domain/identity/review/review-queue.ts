import type {
  IdentityCalibration,
  IdentityCustomer,
  IdentityDecision,
  MatchedPair,
  ReviewItem,
} from '@vitalfew/contract/identity.ts'
import { calibratedPair } from '../calibration/calibrated-pair.ts'
import { revenueByAccount } from '../groups/group-tree.ts'
import { accountOf, type Membership } from '../membership/replay-operations.ts'
import { comparedCustomers } from './compared-customers.ts'
import { accountConflicts, conflictsOf } from './conflicts.ts'
import { pairKey } from './pair-key.ts'

/** Evidence below which a pair is not put before a person: fewer than one such pair in sixteen is the same. */
const queueBits = -4

export interface ReviewRequest {
  readonly membership: Membership
  readonly decisions: readonly IdentityDecision[]
  readonly calibration?: IdentityCalibration | undefined
}

/**
 * Pairs of customers that may be one account and are not yet, those with the most money at stake first; of two accounts
 * the pair that speaks most for their being one. Pairs about which a person said anything but "unsure" are settled.
 */
export async function reviewQueue(
  customers: readonly IdentityCustomer[],
  { membership, decisions, calibration }: ReviewRequest,
): Promise<ReviewItem[]> {
  const pairs = await comparedCustomers(customers)
  const known = new Map(customers.map((customer) => [customer.key, customer]))
  const answers = new Map(decisions.map((decision) => [pairKey(decision.left, decision.right), decision.answer]))
  const revenue = revenueByAccount(customers, membership)
  const conflicts = conflictsOf(pairs, decisions)
  const between = accountConflicts(decisions, membership)
  const asked = new Set<string>()
  const items = pairs.flatMap((compared): ReviewItem[] => {
    const answer = answers.get(pairKey(compared.left, compared.right))
    const [left, right] = [known.get(compared.left), known.get(compared.right)]
    const [first, second] = [accountOf(membership, compared.left), accountOf(membership, compared.right)]
    if (left === undefined || right === undefined || first === second || compared.band === 'no') return []
    if (answer !== undefined && answer !== 'unsure') return []
    if (compared.band !== 'auto' && (compared.bits ?? 0) <= queueBits) return []
    const accounts = pairKey(first, second)
    if (asked.has(accounts)) return []
    asked.add(accounts)
    const pair = calibratedPair(compared, calibration)
    const against = conflicts.get(pairKey(compared.left, compared.right)) ?? []
    const said = (between.get(accounts) ?? []).filter((key) => key !== compared.left && key !== compared.right)
    const stake = Math.min(revenue.get(first) ?? 0, revenue.get(second) ?? 0)
    return [itemOf(pair, { left, right, stake, conflicts: [...new Set([...against, ...said])] })]
  })
  return items.toSorted((a, b) => b.revenueAtStake - a.revenueAtStake || (b.bits ?? 0) - (a.bits ?? 0))
}

interface ItemOf {
  readonly left: IdentityCustomer
  readonly right: IdentityCustomer
  readonly conflicts: readonly string[]
  readonly stake: number
}

function itemOf(pair: MatchedPair, { left, right, conflicts, stake }: ItemOf): ReviewItem {
  const { bits, probability, band, priorBits, fields } = pair
  return {
    left,
    right,
    bits,
    probability,
    band: conflicts.length > 0 && band === 'auto' ? 'review' : band,
    priorBits,
    fields,
    revenueAtStake: stake,
    conflicts: [...conflicts],
  }
}
