import { ProductError } from '@vitalfew/contract/errors.ts'
import type { RelationEntry } from '@vitalfew/contract/identity.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { accountOf } from '../membership/replay-operations.ts'
import type { WorkspaceIdentity } from '../review/workspace-identity.ts'
import { closesCircle, groupLinks, namedGroup, undoneEntries } from './group-links.ts'
import { writeRelation } from './relation-log.query.ts'

/** A link that somebody makes, cuts or refuses, before it has a place in the log. */
export type AskedRelation = Pick<RelationEntry, 'relation' | 'action' | 'child' | 'author' | 'reason'> & {
  /** Key of the parent; a group without sales is named by `parentName` instead. */
  readonly parent?: string | undefined
  readonly parentName?: string | undefined
}

/**
 * Adds an entry to the log of relations.
 *
 * @throws ProductError `identity.groupCircle` where an account would be under itself, `identity.unknownCustomer`
 */
export async function changeRelation(
  warehouse: Warehouse,
  { known, asked }: { readonly known: WorkspaceIdentity; readonly asked: AskedRelation },
): Promise<RelationEntry> {
  const { customers, state, relations } = known
  const { relation, action, author, reason, parent = '0', parentName = '' } = asked
  const child = accountOf(state.membership, asked.child)
  const keys = new Set(customers.map(({ key }) => key))
  for (const key of [asked.child, ...(parent === '0' ? [] : [parent])]) {
    if (!keys.has(key)) throw new ProductError('identity.unknownCustomer', { customer: key, count: 0 })
  }
  const entry = {
    sequence: nextSequence(relations),
    at: new Date().toISOString(),
    author,
    reason,
    relation,
    action,
    child,
    parent: parent === '0' ? '0' : accountOf(state.membership, parent),
    parentName: parentName.trim(),
    undoes: 0,
  }
  if (action === 'link') {
    const place = entry.parent === '0' ? namedGroup(entry.parentName) : entry.parent
    const links = groupLinks(relation, { customers, membership: state.membership, entries: relations })
    if (place === namedGroup('') || closesCircle(links, { child, parent: place })) {
      throw new ProductError('identity.groupCircle', { child: asked.child })
    }
  }
  await writeRelation(warehouse, entry)
  return entry
}

/**
 * Takes an entry of the log of relations back.
 *
 * @throws ProductError `identity.unknownOperation`, `identity.alreadyUndone`
 */
export async function undoRelation(
  warehouse: Warehouse,
  {
    relations,
    sequence,
    author,
    reason,
  }: {
    readonly relations: readonly RelationEntry[]
    readonly sequence: number
    readonly author: string
    readonly reason: string
  },
): Promise<RelationEntry> {
  const found = relations.find((entry) => entry.sequence === sequence)
  if (found === undefined) throw new ProductError('identity.unknownOperation', { operation: sequence })
  if (undoneEntries(relations).has(sequence)) throw new ProductError('identity.alreadyUndone', { operation: sequence })
  const entry = {
    ...found,
    sequence: nextSequence(relations),
    at: new Date().toISOString(),
    author,
    reason,
    action: 'undo' as const,
    undoes: sequence,
  }
  await writeRelation(warehouse, entry)
  return entry
}

function nextSequence(relations: readonly RelationEntry[]): number {
  return relations.reduce((most, { sequence }) => Math.max(most, sequence), 0) + 1
}
