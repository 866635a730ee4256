import { ProductError } from '@vitalfew/contract/errors.ts'
import type { IdentityOperation } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { identityOperations, membershipRows, writeMembership, writeOperation } from './operation-log.query.ts'
import { type Membership, membershipChanges, replayOperations, undoneOperations } from './replay-operations.ts'

/** What is known of who belongs to whom, and by which entries. */
export interface IdentityState {
  readonly operations: readonly IdentityOperation[]
  readonly membership: Membership
  /** Sequence of the next entry. */
  readonly nextSequence: number
}

/** A change that somebody asks for, before it has a place in the log. */
export type AskedChange = Pick<IdentityOperation, 'kind' | 'author' | 'reason'> &
  Partial<Pick<IdentityOperation, 'into' | 'undoes'>> & {
    readonly accounts?: readonly string[]
    readonly customers?: readonly string[]
  }

/**
 * Reads the log, and finishes what a crash left half done: an entry counts once it is in the log, and membership that
 * does not follow from the log yet is written here.
 */
export async function identityState(warehouse: Warehouse): Promise<IdentityState> {
  const operations = await warehouse.rows(identityOperations, {})
  const rows = await warehouse.rows(membershipRows, {})
  const written = new Map(rows.map(({ customer, account }) => [customer, account]))
  const last = Math.max(0, ...operations.map(({ sequence }) => sequence))
  const lastWritten = rows.reduce((most, { sequence }) => Math.max(most, sequence), 0)
  const membership = replayOperations(operations)
  if (operations.length === 0) return { operations, membership: written, nextSequence: lastWritten + 1 }
  const missing = membershipChanges(written, membership)
  if (missing.length > 0) {
    const sequence = Math.max(last, lastWritten + 1)
    await writeMembership(warehouse, { changes: missing, sequence, at: new Date().toISOString() })
    return { operations, membership, nextSequence: sequence + 1 }
  }
  return { operations, membership, nextSequence: Math.max(last, lastWritten) + 1 }
}

/** What membership would be after a change. */
export function changedMembership(state: IdentityState, asked: AskedChange): Membership {
  return replayOperations([...state.operations, placed(state, asked)])
}

/**
 * Adds an entry to the log and lets membership follow.
 *
 * @throws ProductError `identity.nothingChanges`, `identity.unknownOperation`, `identity.alreadyUndone`
 */
export async function changeMembership(
  warehouse: Warehouse,
  { state, asked }: { readonly state: IdentityState; readonly asked: AskedChange },
): Promise<IdentityOperation> {
  const operation = placed(state, asked)
  if (operation.kind === 'undo') requireUndoable(state, operation.undoes)
  const after = replayOperations([...state.operations, operation])
  const changes = membershipChanges(state.membership, after)
  if (changes.length === 0 && operation.kind !== 'undo') throw new ProductError('identity.nothingChanges', {})
  await writeOperation(warehouse, operation)
  await writeMembership(warehouse, { changes, sequence: operation.sequence, at: operation.at })
  return operation
}

function placed(state: IdentityState, { kind, author, reason, ...asked }: AskedChange): IdentityOperation {
  return {
    sequence: state.nextSequence,
    at: new Date().toISOString(),
    author,
    reason,
    kind,
    into: asked.into ?? '0',
    accounts: [...(asked.accounts ?? [])],
    customers: [...(asked.customers ?? [])],
    undoes: asked.undoes ?? 0,
  }
}

/** @throws ProductError `identity.unknownOperation`, `identity.alreadyUndone` */
export function requireUndoable({ operations }: IdentityState, sequence: number): void {
  if (operations.every((operation) => operation.sequence !== sequence)) {
    throw new ProductError('identity.unknownOperation', { operation: sequence })
  }
  if (undoneOperations(operations).has(sequence)) {
    throw new ProductError('identity.alreadyUndone', { operation: sequence })
  }
}
