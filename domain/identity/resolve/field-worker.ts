import { parentPort } from 'node:worker_threads'
import { fieldFacts } from './field-facts.ts'
import type { GradedField } from './graded-field.ts'
import { gradedFields } from './graded-fields.ts'
import { gradedLevels } from './graded-pairs.ts'
import { hashedKeys } from './hashed-keys.ts'
import { type GraderAnswer, requestOf, unpackedField } from './thread-messages.ts'

// A thread of its own for some fields of a table: it keeps them between the two questions it is asked.
let fields: readonly GradedField[] = []

parentPort?.on('message', (message: unknown) => {
  const request = requestOf(message)
  if ('packed' in request) {
    fields = gradedFields(request.packed.map(unpackedField))
    answer({ facts: fields.map((field) => fieldFacts(field, request.records)) }, [])
  } else if ('keys' in request) {
    const keys = fields.map(hashedKeys)
    answer(
      { keys },
      keys.flat().map(({ hashes }) => hashes.buffer),
    )
  } else {
    const levels = fields.map((field) => gradedLevels(field, request.pairs))
    answer(
      { levels },
      levels.map((column) => column.buffer),
    )
  }
})

function answer(content: GraderAnswer, handedOver: ArrayBuffer[]): void {
  parentPort?.postMessage(content, handedOver)
}
