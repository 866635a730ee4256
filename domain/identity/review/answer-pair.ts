import type {
  IdentityAnswer,
  IdentityCustomer,
  IdentityDecision,
  IdentityOperation,
} from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { changeMembership, type IdentityState } from '../membership/change-membership.ts'
import { accountOf } from '../membership/replay-operations.ts'
import { writeDecision } from './decisions.query.ts'

export interface Answer {
  readonly left: IdentityCustomer
  readonly right: IdentityCustomer
  readonly answer: IdentityAnswer
  readonly author: string
  readonly reason: string
  readonly bits: number | null
}

/** Notes down what a person said of a pair; "same" merges the two, into the account with more revenue. */
export async function answerPair(
  warehouse: Warehouse,
  {
    state,
    decisions,
    answer: asked,
  }: {
    readonly state: IdentityState
    readonly decisions: readonly IdentityDecision[]
    readonly answer: Answer
  },
): Promise<{ readonly decision: IdentityDecision; readonly operation: IdentityOperation | null }> {
  const { left, right, answer, author, reason, bits } = asked
  const sequence = Math.max(0, ...decisions.map((decision) => decision.sequence)) + 1
  const at = new Date().toISOString()
  const decision = { sequence, at, author, reason, answer, left: left.key, right: right.key, bits }
  await writeDecision(warehouse, decision)
  const [first, second] = [accountOf(state.membership, left.key), accountOf(state.membership, right.key)]
  if (answer !== 'same' || first === second) return { decision, operation: null }
  const [into, from] = left.netRevenue >= right.netRevenue ? [first, second] : [second, first]
  const change = { kind: 'merge', author, reason, into, accounts: [from] } as const
  return { decision, operation: await changeMembership(warehouse, { state, asked: change }) }
}
