import type { FieldFacts } from './graded-field.ts'
import type { WrittenField } from './graded-fields.ts'
import type { HashedKey } from './hashed-keys.ts'
import type { RecordPairs } from './record-pairs.ts'

/** A column on its way to a thread, its texts as one: a million of them would be copied one by one. */
export interface PackedField extends Omit<WrittenField, 'values'> {
  readonly text: string
}

/** No text that has been cleaned holds this sign. */
const separator = '\u0000'

export function packedField({ header, kind, codes, values }: WrittenField): PackedField {
  return { header, kind, codes, text: values.join(separator) }
}

export function unpackedField({ header, kind, codes, text }: PackedField): WrittenField {
  return { header, kind, codes, values: text.split(separator) }
}

/** What a thread is asked: first to make fields ready, then to compare pairs. */
export type GraderRequest =
  | { readonly packed: readonly PackedField[]; readonly records: number }
  | { readonly pairs: RecordPairs }
  | { readonly keys: true }

export interface GraderAnswer {
  readonly facts?: readonly FieldFacts[]
  readonly levels?: readonly Uint8Array[]
  readonly keys?: readonly (readonly HashedKey[])[]
}

/** A message that came through a port. Both ends of the port are this folder's own: what is sent is a GraderRequest. */
export function requestOf(message: unknown): GraderRequest {
  return message as GraderRequest
}

/** An answer that came through a port; sent by field-worker.ts and by nothing else. */
export function answerOf(message: unknown): GraderAnswer {
  return message as GraderAnswer
}
