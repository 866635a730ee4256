import type { CalibrationChange, IdentityLabel } from '@vitalfew/contract/identity.ts'
import type { Viewer } from '../../access/index.ts'
import { authoriseSteward, type IdentitySources, inTurn } from '../in-turn.ts'
import { comparedCustomers } from '../review/compared-customers.ts'
import { identityLabels } from '../review/labels.ts'
import { type WorkspaceIdentity, workspaceIdentity } from '../review/workspace-identity.ts'
import { calibrate } from './calibrate.ts'
import { writeCalibration } from './calibration-log.query.ts'

/** What the answers so far make of the probabilities; with `keep` it counts from now on. */
export async function calibrateReview(
  viewer: Viewer,
  sources: IdentitySources,
  { keep }: { readonly keep: boolean },
): Promise<CalibrationChange> {
  authoriseSteward(viewer)
  const { warehouse } = sources
  if (!keep) return calibrationOf(await workspaceIdentity(warehouse), viewer.name)
  return inTurn(viewer, sources, async (known) => {
    const result = await calibrationOf(known, viewer.name)
    await writeCalibration(warehouse, result.calibration)
    const { sequence, answers } = result.calibration
    return {
      result,
      audit: { action: 'identity.calibrated', subject: `calibration:${sequence}`, details: { answers } },
    }
  })
}

/** The same for whoever has no server: the command line. */
export async function calibrationOf(known: WorkspaceIdentity, author: string): Promise<CalibrationChange> {
  const { customers, decisions, calibration: before } = known
  const pairs = await comparedCustomers(customers)
  return calibrate(pairs, { decisions, before, author, at: new Date().toISOString() })
}

/** Every answer that counts, with its evidence. */
export async function listLabels(
  viewer: Viewer,
  { warehouse }: Pick<IdentitySources, 'warehouse'>,
): Promise<{ labels: IdentityLabel[] }> {
  authoriseSteward(viewer)
  const { customers, decisions } = await workspaceIdentity(warehouse)
  return { labels: identityLabels(decisions, customers) }
}
