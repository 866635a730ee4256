import type { BehaviourWork } from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { EngineAddresses, Fault } from '../jobs/child-messages.ts'

/** A question to a child that stays for the next one; the first also says where the engine is. */
export interface Question {
  readonly id: number
  readonly work: BehaviourWork
  readonly warehouse: EngineAddresses['warehouse']
}

export type Answered =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: Fault }
