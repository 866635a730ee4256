import type { BehaviourWork } from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { ReportWork } from '@vitalfew/domain/reports/index.ts'
import type { StudioWork } from '@vitalfew/domain/selection/studio/index.ts'
import type { EngineAddresses, Fault } from '../jobs/child-messages.ts'

/** What a child can be asked. */
export type AskedWork = BehaviourWork | StudioWork | ReportWork

/** A question to a child that stays for the next one; the first also says where the engines are. */
export interface Question {
  readonly id: number
  readonly work: AskedWork
  readonly addresses: EngineAddresses
}

export type Answered =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: Fault }
