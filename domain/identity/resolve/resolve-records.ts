import { candidatePairs, type CandidatePairs } from './candidate-pairs.ts'
import { fieldGraders } from './field-graders.ts'
import type { FieldFacts } from './graded-field.ts'
import type { WrittenField } from './graded-fields.ts'
import type { GradedPairs } from './graded-pairs.ts'
import { groupRecords } from './group-records.ts'
import type { HashedKey } from './hashed-keys.ts'
import { joinIdentical } from './join-identical.ts'
import { type LearnedModel, learnModel } from './learn-model.ts'
import { vetoOf } from './veto.ts'
import { weighedFields, type WeighedFields } from './weigh-pairs.ts'

/** What became of a table: who is the same, and everything it was concluded from. */
export interface ResolvedRecords {
  readonly fields: readonly FieldFacts[]
  readonly candidates: CandidatePairs
  readonly pairs: GradedPairs
  /** Evidence for each pair in bits; above 0 it is more likely the same than not; −Infinity for a veto. */
  readonly weights: Float64Array
  readonly model: LearnedModel
  readonly weighed: WeighedFields
  /** For each record the first record of its group. */
  readonly groups: Uint32Array
  /** What records may have in common with records of other tables; empty unless it was asked for. */
  readonly keys: readonly (readonly HashedKey[])[]
}

/** Finds records of a table that are the same person or enterprise. The same table gives the same answer. */
export async function resolveRecords(
  written: readonly WrittenField[],
  records: number,
  { withKeys = false }: { readonly withKeys?: boolean } = {},
): Promise<ResolvedRecords> {
  const graders = await fieldGraders(written, records)
  try {
    const fields = graders.facts
    const candidates = candidatePairs(fields, records)
    const { left, right } = candidates
    const pairs = { left, right, levels: await graders.grade({ left, right }) }
    const model = learnModel(pairs, { fields, records, blockCap: candidates.blockCap })
    const weighed = weighedFields(fields, model)
    const weights = weightsOf(pairs, { fields, weighed })
    const compared = groupRecords(records, { pairs: { left, right, weights }, cut: 0 })
    const groups = joinIdentical(compared, { fields, weighed })
    const keys = withKeys ? await graders.keys() : []
    return { fields, candidates, pairs, weights, model, weighed, groups, keys }
  } finally {
    await graders.close()
  }
}

function weightsOf(
  pairs: GradedPairs,
  { fields, weighed }: { readonly fields: readonly FieldFacts[]; readonly weighed: WeighedFields },
): Float64Array {
  const isForbidden = vetoOf(fields)
  const weights = new Float64Array(pairs.left.length)
  let pair = 0
  const levelOf = (field: number): number => pairs.levels[field]?.[pair] ?? 0
  for (; pair < weights.length; pair++) {
    const record = pairs.left[pair] ?? 0
    weights[pair] = isForbidden(levelOf, { left: record, right: pairs.right[pair] ?? 0 })
      ? -Infinity
      : weighed.ofLevels(levelOf, record)
  }
  return weights
}
