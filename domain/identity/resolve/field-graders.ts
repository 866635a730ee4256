import { fieldFacts } from './field-facts.ts'
import { fieldThread } from './field-thread.ts'
import type { FieldFacts } from './graded-field.ts'
import { gradedFields, type WrittenField } from './graded-fields.ts'
import { gradedLevels } from './graded-pairs.ts'
import { hashedKeys, type HashedKey } from './hashed-keys.ts'
import type { RecordPairs } from './record-pairs.ts'

/** The fields of a table, here or on threads. */
export interface FieldGraders {
  readonly facts: readonly FieldFacts[]
  /** For each field the levels at which pairs agree in it. */
  readonly grade: (pairs: RecordPairs) => Promise<readonly Uint8Array[]>
  /** For each field what its records may have in common with records of other tables. */
  readonly keys: () => Promise<readonly (readonly HashedKey[])[]>
  readonly close: () => Promise<void>
}

/** Records from which on a second thread is worth its start. */
const manyRecords = 60_000

export async function fieldGraders(written: readonly WrittenField[], records: number): Promise<FieldGraders> {
  const shares = records < manyRecords ? [] : sharedOut(written)
  if (shares.length < 2) {
    const fields = gradedFields(written)
    return {
      facts: fields.map((field) => fieldFacts(field, records)),
      grade: (pairs) => Promise.resolve(fields.map((field) => gradedLevels(field, pairs))),
      keys: () => Promise.resolve(fields.map(hashedKeys)),
      close: () => Promise.resolve(),
    }
  }
  const threads = shares.map((share) =>
    fieldThread(
      share.map((index) => written[index]).filter((field) => field !== undefined),
      records,
    ),
  )
  const inOrder = <T>(ofThreads: readonly (readonly T[])[]): readonly T[] =>
    written.flatMap((_, index) =>
      shares.flatMap((share, thread) => {
        const found = ofThreads[thread]?.[share.indexOf(index)]
        return share.includes(index) && found !== undefined ? [found] : []
      }),
    )
  return {
    facts: inOrder(await Promise.all(threads.map(({ facts }) => facts))),
    grade: async (pairs) => inOrder(await Promise.all(threads.map(({ grade }) => grade(pairs)))),
    keys: async () => inOrder(await Promise.all(threads.map(({ keys }) => keys()))),
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()))
    },
  }
}

/** Fields for two threads, those of one kind together; names of enterprises are most of the work. */
function sharedOut(written: readonly WrittenField[]): readonly (readonly number[])[] {
  const kinds = [...new Set(written.map(({ kind }) => kind))]
  const load = (kind: string): number =>
    written.filter((field) => field.kind === kind).length * (kind === 'company' ? 4 : 1)
  const shares: number[][] = [[], []]
  const loads = [0, 0]
  for (const kind of kinds.toSorted((a, b) => load(b) - load(a))) {
    const thread = (loads[0] ?? 0) <= (loads[1] ?? 0) ? 0 : 1
    loads[thread] = (loads[thread] ?? 0) + load(kind)
    shares[thread]?.push(...written.flatMap((field, index) => (field.kind === kind ? [index] : [])))
  }
  return shares.filter((share) => share.length > 0)
}
