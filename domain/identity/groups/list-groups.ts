import type { AccountRelation, RelationEntry } from '@vitalfew/contract/identity.ts'
import type { Viewer } from '../../access/index.ts'
import { authoriseSteward, type IdentitySources, inTurn } from '../in-turn.ts'
import { knownCustomer } from '../review/known-customer.ts'
import { workspaceIdentity } from '../review/workspace-identity.ts'
import { type AskedRelation, changeRelation, undoRelation } from './change-relation.ts'
import { groupLinks, undoneEntries } from './group-links.ts'
import { groupTree } from './group-tree.ts'
import { ownershipConflicts } from './ownership-conflicts.ts'
import { proposedLinks } from './proposed-links.ts'

const mostEntries = 200

/** The trees of a relation, what the names suggest, whose groups several people look after, and what was said last. */
export async function listGroups(
  viewer: Viewer,
  { warehouse }: Pick<IdentitySources, 'warehouse'>,
  { relation }: { readonly relation: AccountRelation },
) {
  authoriseSteward(viewer)
  const { customers, state, relations, imports } = await workspaceIdentity(warehouse)
  const known = { customers, membership: state.membership, entries: relations }
  const links = groupLinks(relation, known)
  const names = new Map(customers.map(({ key, name, customer }) => [key, name || customer]))
  const undone = undoneEntries(relations)
  return {
    nodes: groupTree(links, known),
    proposals: proposedLinks(relation, { ...known, links }),
    conflicts: await ownershipConflicts(warehouse, { links, ...known, imports }),
    log: relations
      .filter((entry) => entry.relation === relation)
      .toReversed()
      .slice(0, mostEntries)
      .map((entry) => ({
        ...entry,
        childName: names.get(entry.child) ?? entry.child,
        parentName: entry.parent === '0' ? entry.parentName : (names.get(entry.parent) ?? entry.parent),
        isUndone: undone.has(entry.sequence),
      })),
  }
}

/**
 * Puts an account under another, or under a group that has only a name; or takes it out, or refuses what was proposed.
 *
 * @throws ProductError `access.notAllowed`, `identity.unknownCustomer`, `identity.groupCircle`
 */
export function relateAccounts(
  viewer: Viewer,
  sources: IdentitySources,
  asked: Omit<AskedRelation, 'author'>,
): Promise<RelationEntry> {
  authoriseSteward(viewer)
  return inTurn(viewer, sources, async (known) => {
    const child = knownCustomer(known.customers, asked.child)
    const result = await changeRelation(sources.warehouse, { known, asked: { ...asked, author: viewer.name } })
    const details = { relation: asked.relation, child: child.customer }
    return { result, audit: { action: `identity.${asked.action}`, subject: `relation:${result.sequence}`, details } }
  })
}

/**
 * Takes an entry of the log of relations back.
 *
 * @throws ProductError `access.notAllowed`, `identity.unknownOperation`, `identity.alreadyUndone`
 */
export function takeRelationBack(
  viewer: Viewer,
  sources: IdentitySources,
  { sequence, reason }: { readonly sequence: number; readonly reason: string },
): Promise<RelationEntry> {
  authoriseSteward(viewer)
  return inTurn(viewer, sources, async ({ relations }) => {
    const result = await undoRelation(sources.warehouse, { relations, sequence, author: viewer.name, reason })
    return { result, audit: { action: 'identity.linkUndone', subject: `relation:${sequence}` } }
  })
}
