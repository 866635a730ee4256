import type { PublishedRun } from '../../accounts/index.ts'
import type { BehaviourRequest } from '../behaviour-scope.ts'

/** The lines that a run saw, as every question about behaviour is told them. */
export function requestOfRun(run: PublishedRun): BehaviourRequest {
  const { imports, membership_sequence: membershipSequence, as_of: asOf, currency } = run
  return { scope: { imports: [...imports], membershipSequence, asOf }, currency }
}
