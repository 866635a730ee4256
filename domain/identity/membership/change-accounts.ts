import type { MembershipChange } from '@vitalfew/contract/api/identity.ts'
import type { IdentityOperation, MembershipPreview } from '@vitalfew/contract/identity.ts'
import type { Viewer } from '../../access/index.ts'
import { authoriseSteward, type IdentitySources, inTurn } from '../in-turn.ts'
import { type WorkspaceIdentity, workspaceIdentity } from '../review/workspace-identity.ts'
import { after, plannedChanges } from './asked-change.ts'
import { type AskedChange, changeMembership, requireUndoable } from './change-membership.ts'
import { currentTiers, type AccountTiers } from './current-tiers.ts'
import { previewMembership } from './preview-membership.ts'

/**
 * How a change would move totals, ranks, classes and tiers; writes nothing.
 *
 * @throws ProductError `access.notAllowed`, `identity.unknownCustomer`, `identity.unknownOperation`, `identity.alreadyUndone`
 */
export async function previewChange(
  viewer: Viewer,
  { warehouse, database }: IdentitySources,
  change: MembershipChange,
): Promise<MembershipPreview> {
  authoriseSteward(viewer)
  const known = await workspaceIdentity(warehouse)
  const asked = await plannedChanges(known, change, { author: viewer.name, reason: '' })
  const tiers = await currentTiers({ warehouse, database })
  return previewOf(known, { asked, tiers })
}

/**
 * Merges, splits or undoes. Figures follow with the next run.
 *
 * @throws ProductError as `previewChange`, `identity.nothingChanges`
 */
export function changeAccounts(
  viewer: Viewer,
  sources: IdentitySources,
  { change, reason }: { readonly change: MembershipChange; readonly reason: string },
): Promise<{ readonly operations: IdentityOperation[]; readonly preview: MembershipPreview }> {
  authoriseSteward(viewer)
  return inTurn(viewer, sources, async (known) => {
    const asked = await plannedChanges(known, change, { author: viewer.name, reason })
    const preview = previewOf(known, { asked, tiers: await currentTiers(sources) })
    const operations: IdentityOperation[] = []
    let { state } = known
    for (const each of asked) {
      const operation = await changeMembership(sources.warehouse, { state, asked: each })
      operations.push(operation)
      state = { ...after(state, each), operations: [...state.operations, operation] }
    }
    const details = { operations: operations.map(({ sequence }) => sequence).slice(0, 100), count: operations.length }
    const subject = `operation:${operations[0]?.sequence ?? 0}`
    return { result: { operations, preview }, audit: { action: `identity.${change.kind}`, subject, details } }
  })
}

function previewOf(
  { customers, state }: WorkspaceIdentity,
  { asked, tiers }: { readonly asked: readonly AskedChange[]; readonly tiers: AccountTiers | undefined },
): MembershipPreview {
  let next = state
  for (const each of asked) {
    if (each.kind === 'undo') requireUndoable(next, each.undoes ?? 0)
    next = after(next, each)
  }
  return previewMembership(customers, { before: state.membership, after: next.membership, tiers })
}
