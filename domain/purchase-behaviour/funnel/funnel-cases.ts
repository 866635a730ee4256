import type { StageKind } from '@vitalfew/contract/purchase-funnel.ts'
import type { FunnelEvent } from '@vitalfew/methods/funnel/furthest-way.ts'

/** A lead, an opportunity, a customer: whatever goes through the stages. */
export interface FunnelCase {
  /** In order of time; times that are NaN are unknown. Numbers of stages in `FunnelCases.stages`. */
  readonly events: readonly FunnelEvent[]
  /** Where it stands: the stage of a pipeline, or of its last event. */
  readonly stage: number
  readonly account: string
  readonly value: number
  readonly reason: string
  /** What it is told apart by, in the order of `FunnelCases.cuts`. */
  readonly traits: readonly string[]
}

export interface FunnelCases {
  readonly shape: 'pipeline' | 'dates' | 'events'
  /** Open stages in their order, then won, then lost ones. */
  readonly stages: readonly { readonly stage: string; readonly kind: StageKind }[]
  readonly cases: readonly FunnelCase[]
  readonly cuts: readonly string[]
  readonly hasAccounts: boolean
  readonly incomplete: number
  readonly withoutTime: number
  readonly backwards: number
  /** Lost cases of which nobody knows how far they came. */
  readonly lostSomewhere: number
}
