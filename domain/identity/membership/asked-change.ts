import type { MembershipChange } from '@vitalfew/contract/api/identity.ts'
import type { IdentityOperation } from '@vitalfew/contract/identity.ts'
import { knownCustomer } from '../review/known-customer.ts'
import { reviewQueue } from '../review/review-queue.ts'
import type { WorkspaceIdentity } from '../review/workspace-identity.ts'
import { type AskedChange, changedMembership, type IdentityState } from './change-membership.ts'
import { accountOf } from './replay-operations.ts'

/** A change as the log takes it, and what is known once it is made. */
export interface PlannedChange {
  readonly asked: AskedChange
  readonly state: IdentityState
}

/**
 * What a person asks for, as entries of the log, one after another.
 *
 * @throws ProductError `identity.unknownCustomer`
 */
export async function plannedChanges(
  known: WorkspaceIdentity,
  change: MembershipChange,
  { author, reason }: { readonly author: string; readonly reason: string },
): Promise<AskedChange[]> {
  const said = { author, reason }
  const { customers, state } = known
  const account = (key: string): string => accountOf(state.membership, knownCustomer(customers, key).key)
  switch (change.kind) {
    case 'merge': {
      const named = change.accounts.map((key) => knownCustomer(customers, key))
      const [largest] = named.toSorted((a, b) => b.netRevenue - a.netRevenue)
      const into = account(change.into ?? largest?.key ?? '')
      const accounts = [...new Set(named.map(({ key }) => account(key)))].filter((key) => key !== into)
      return [{ kind: 'merge', ...said, into, accounts }]
    }
    case 'split':
      return [{ kind: 'split', ...said, accounts: [account(change.account)], customers: change.customers }]
    case 'undo':
      return [{ kind: 'undo', ...said, undoes: change.operation }]
    case 'auto':
      return automaticMerges(known, reason)
  }
}

/** Merges that need no person; an account that one of them changed is what the next one finds. */
async function automaticMerges(known: WorkspaceIdentity, reason: string): Promise<AskedChange[]> {
  const { customers, decisions, calibration } = known
  let { state } = known
  const queue = await reviewQueue(customers, { membership: state.membership, decisions, calibration })
  const merges: AskedChange[] = []
  for (const { left, right } of queue.filter(({ band }) => band === 'auto')) {
    const [first, second] = [accountOf(state.membership, left.key), accountOf(state.membership, right.key)]
    if (first === second) continue
    const [into, from] = left.netRevenue >= right.netRevenue ? [first, second] : [second, first]
    const asked: AskedChange = { kind: 'merge', author: 'auto', reason, into, accounts: [from] }
    merges.push(asked)
    state = after(state, asked)
  }
  return merges
}

/** What is known after a change, before it is written. */
export function after(state: IdentityState, asked: AskedChange): IdentityState {
  const operation: IdentityOperation = {
    sequence: state.nextSequence,
    at: new Date().toISOString(),
    author: asked.author,
    reason: asked.reason,
    kind: asked.kind,
    into: asked.into ?? '0',
    accounts: [...(asked.accounts ?? [])],
    customers: [...(asked.customers ?? [])],
    undoes: asked.undoes ?? 0,
  }
  return {
    operations: [...state.operations, operation],
    membership: changedMembership(state, asked),
    nextSequence: state.nextSequence + 1,
  }
}
