import { Worker } from 'node:worker_threads'
import type { FieldFacts } from './graded-field.ts'
import type { WrittenField } from './graded-fields.ts'
import type { HashedKey } from './hashed-keys.ts'
import type { RecordPairs } from './record-pairs.ts'
import { answerOf, type GraderAnswer, type GraderRequest, packedField } from './thread-messages.ts'

/** Fields that are made ready and compared on a thread of their own. */
export interface FieldThread {
  readonly facts: Promise<readonly FieldFacts[]>
  readonly grade: (pairs: RecordPairs) => Promise<readonly Uint8Array[]>
  readonly keys: () => Promise<readonly (readonly HashedKey[])[]>
  readonly close: () => Promise<void>
}

export function fieldThread(written: readonly WrittenField[], records: number): FieldThread {
  const worker = new Worker(new URL('field-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  })
  const ask = (request: GraderRequest): Promise<GraderAnswer> =>
    new Promise((settle, fail) => {
      worker.once('message', (message) => settle(answerOf(message)))
      worker.once('error', fail)
      worker.postMessage(request, [])
    })
  return {
    facts: ask({ packed: written.map(packedField), records }).then(({ facts = [] }) => facts),
    grade: async (pairs) => (await ask({ pairs })).levels ?? [],
    keys: async () => (await ask({ keys: true })).keys ?? [],
    close: async () => {
      await worker.terminate()
    },
  }
}
