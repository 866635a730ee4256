import type { HistoryEntry } from '@vitalfew/contract/api/identity.ts'
import type { IdentityCustomer, IdentityDecision, IdentityOperation } from '@vitalfew/contract/identity.ts'
import { accountRelations } from '@vitalfew/contract/identity-names.ts'
import type { Viewer } from '../../access/index.ts'
import { visibleAccount } from '../../accounts/index.ts'
import { groupLinks } from '../groups/group-links.ts'
import { authoriseSteward, type IdentitySources } from '../in-turn.ts'
import { goldenRecord } from '../review/golden-record.ts'
import { workspaceIdentity } from '../review/workspace-identity.ts'
import { accountOf, customersOf, undoneOperations } from './replay-operations.ts'

/** The log of merges, splits and undoes, newest first. */
export async function listHistory(
  viewer: Viewer,
  { warehouse }: IdentitySources,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ rows: HistoryEntry[]; total: number }> {
  authoriseSteward(viewer)
  const { customers, state } = await workspaceIdentity(warehouse)
  const rows = state.operations.toReversed().slice((page - 1) * pageSize, page * pageSize)
  return { rows: named(rows, { customers, all: state.operations }), total: state.operations.length }
}

/**
 * Who an account is: its customers, its golden record, the entries and answers that touch it, and the groups it is in.
 *
 * @throws ProductError `run.none`, `accounts.notFound` for one that is not there or not for this person
 */
export async function accountIdentity(
  viewer: Viewer,
  { warehouse, database }: IdentitySources,
  { key }: { readonly key: string },
) {
  await visibleAccount(viewer, { warehouse, database }, { key })
  const { customers, state, decisions, relations } = await workspaceIdentity(warehouse)
  const { membership, operations } = state
  const account = accountOf(membership, key)
  // Who was merged into it and is no more has a place in its history as well.
  const keys = new Set([key, ...customersOf(membership, account)])
  const members = customers.filter((customer) => accountOf(membership, customer.key) === account)
  const touching = operations.filter(({ into, accounts, customers: moved }) =>
    [into, ...accounts, ...moved].some((one) => keys.has(one)),
  )
  const sequences = new Set(touching.map(({ sequence }) => sequence))
  const entries = operations.filter(({ sequence, undoes }) => sequences.has(sequence) || sequences.has(undoes))
  const called = namesOf(customers)
  return {
    account,
    customers: members,
    golden: goldenRecord(members, account).map(({ others, ...value }) => ({ ...value, others: [...others] })),
    operations: named(entries.toReversed(), { customers, all: operations }),
    decisions: decisions
      .filter(({ left, right }) => keys.has(left) || keys.has(right))
      .toReversed()
      .map((decision): IdentityDecision & { leftName: string; rightName: string } => ({
        ...decision,
        leftName: called(decision.left),
        rightName: called(decision.right),
      })),
    groups: accountRelations.flatMap((relation) => {
      const links = groupLinks(relation, { customers, membership, entries: relations })
      const path: string[] = []
      for (let link = links.get(account); link !== undefined; link = links.get(link.parent)) {
        path.unshift(link.parent.startsWith('name:') ? link.parent.slice(5) : called(link.parent))
      }
      return path.length === 0 ? [] : [{ relation, path }]
    }),
  }
}

function named(
  operations: readonly IdentityOperation[],
  { customers, all }: { readonly customers: readonly IdentityCustomer[]; readonly all: readonly IdentityOperation[] },
): HistoryEntry[] {
  const undone = undoneOperations(all)
  const called = namesOf(customers)
  return operations.map((operation) => ({
    ...operation,
    isUndone: undone.has(operation.sequence),
    intoName: operation.into === '0' ? '' : called(operation.into),
    accountNames: operation.accounts.map(called),
    customerNames: operation.customers.map(called),
  }))
}

function namesOf(customers: readonly IdentityCustomer[]): (key: string) => string {
  const names = new Map(customers.map(({ key, name, customer }) => [key, name || customer]))
  return (key) => names.get(key) ?? key
}
