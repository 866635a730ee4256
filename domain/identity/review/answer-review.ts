import type { IdentityAnswer, IdentityDecision, IdentityOperation } from '@vitalfew/contract/identity.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Viewer } from '../../access/index.ts'
import { authoriseSteward, type IdentitySources, inTurn } from '../in-turn.ts'
import { changeMembership } from '../membership/change-membership.ts'
import { accountOf, replayOperations, undoneOperations } from '../membership/replay-operations.ts'
import { answerPair } from './answer-pair.ts'
import { comparedCustomers } from './compared-customers.ts'
import { writeDecision } from './decisions.query.ts'
import { knownCustomer } from './known-customer.ts'
import { pairKey } from './pair-key.ts'

interface Pair {
  readonly left: string
  readonly right: string
}

/**
 * Keeps the answer of a person about a pair, with the evidence it was given on; "same" merges the two.
 *
 * @throws ProductError `access.notAllowed`, `identity.unknownCustomer`
 */
export function answerReview(
  viewer: Viewer,
  sources: IdentitySources,
  asked: Pair & { readonly answer: IdentityAnswer; readonly reason: string },
) {
  authoriseSteward(viewer)
  return inTurn(viewer, sources, async ({ customers, state, decisions }) => {
    const [left, right] = [knownCustomer(customers, asked.left), knownCustomer(customers, asked.right)]
    if (left.key === right.key) throw new ProductError('identity.nothingChanges', {})
    const pairs = await comparedCustomers(customers)
    const key = pairKey(left.key, right.key)
    const bits = pairs.find((pair) => pairKey(pair.left, pair.right) === key)?.bits ?? null
    const { answer, reason } = asked
    const given = { left, right, answer, reason, author: viewer.name, bits }
    const result = await answerPair(sources.warehouse, { state, decisions, answer: given })
    const details = { answer, left: left.customer, right: right.customer }
    return { result, audit: { action: 'identity.answered', subject: `decision:${result.decision.sequence}`, details } }
  })
}

/**
 * Takes the newest answer of a pair back: the pair is in the queue again, and what the answer merged is apart.
 *
 * @throws ProductError `access.notAllowed`, `identity.unknownCustomer`, `identity.nothingChanges` without an answer
 */
export function takeAnswerBack(viewer: Viewer, sources: IdentitySources, asked: Pair) {
  authoriseSteward(viewer)
  return inTurn(viewer, sources, async ({ customers, state, decisions }) => {
    const [left, right] = [knownCustomer(customers, asked.left), knownCustomer(customers, asked.right)]
    const key = pairKey(left.key, right.key)
    const last = decisions.findLast((decision) => pairKey(decision.left, decision.right) === key)
    if (last === undefined || last.answer === 'unsure') throw new ProductError('identity.nothingChanges', {})
    const said = { author: viewer.name, reason: '' }
    const merge = last.answer === 'same' ? mergeOf(last, state.operations) : undefined
    const operation =
      merge === undefined
        ? null
        : await changeMembership(sources.warehouse, {
            state,
            asked: { kind: 'undo', ...said, undoes: merge.sequence },
          })
    const sequence = Math.max(0, ...decisions.map((decision) => decision.sequence)) + 1
    const decision = { ...last, ...said, sequence, at: new Date().toISOString(), answer: 'unsure' as const }
    await writeDecision(sources.warehouse, decision)
    const details = { left: left.customer, right: right.customer }
    return {
      result: { decision, operation },
      audit: { action: 'identity.answerTakenBack', subject: `decision:${last.sequence}`, details },
    }
  })
}

/** The merge that an answer made and that still counts: the first after it that joined the accounts of just these two. */
function mergeOf(
  { left, right, at, author }: IdentityDecision,
  operations: readonly IdentityOperation[],
): IdentityOperation | undefined {
  const undone = undoneOperations(operations)
  return operations.find((operation, index) => {
    if (operation.kind !== 'merge' || operation.at < at || operation.author !== author) return false
    if (undone.has(operation.sequence)) return false
    const before = replayOperations(operations.slice(0, index))
    const [from = ''] = operation.accounts
    return pairKey(accountOf(before, left), accountOf(before, right)) === pairKey(operation.into, from)
  })
}
