import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'

/** A document as the server sent it. */
interface Sent {
  readonly name: string
  readonly version: number
  readonly criteria: readonly unknown[]
}

/**
 * The server answers with what the schema of a model says; only the type of its conditions, which hold each other, is lost
 * on the way through JSON.
 */
export function sentModel(document: Sent): SelectionModel {
  return document as SelectionModel
}
