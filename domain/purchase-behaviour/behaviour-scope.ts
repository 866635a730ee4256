import type { CalendarDays } from '@vitalfew/contract/api/settings.ts'
import { RunScope } from '../metrics/index.ts'
import type { z } from 'zod'

/** What every question about behaviour reads: imports, membership, and the day that is looked back from. */
export const BehaviourScope = RunScope.omit({ runId: true })
export type BehaviourScope = z.infer<typeof BehaviourScope>

/** The lines of a scope, and how its answers are put. */
export interface BehaviourRequest {
  readonly scope: BehaviourScope
  readonly currency: string
  /** The company's own calendar, where it has one. */
  readonly calendar?: readonly CalendarDays[]
}
