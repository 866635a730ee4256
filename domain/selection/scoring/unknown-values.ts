import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { FittedScoring, MissingPolicy } from '@vitalfew/methods/scoring/scoring-rule.ts'
import { topsisFill } from '@vitalfew/methods/scoring/topsis-fill.ts'

/** What an unknown value of a criterion counts as: what the criterion says, else what the model says. */
function missingOf(model: SelectionModel, criterion: number): MissingPolicy {
  return model.criteria[criterion]?.missing ?? model.missing
}

/**
 * The one policy that scoring is fitted with: where any weight is taken over by others, which depends on the account, it is
 * this one, and what other criteria say is filled in by {@link unknownValues}.
 */
export function fittedMissing(model: SelectionModel): MissingPolicy {
  const policies = model.criteria.map((_, criterion) => missingOf(model, criterion))
  return policies.includes('rescale') ? 'rescale' : (policies[0] ?? model.missing)
}

/**
 * The values as they are scored: where a criterion has a policy of its own, its unknown values are filled by it.
 *
 * @param known one column per criterion, 0 to 1, NaN = unknown
 */
export function unknownValues(
  model: SelectionModel,
  { known, scoring }: { readonly known: readonly Float64Array[]; readonly scoring: FittedScoring },
): readonly Float64Array[] {
  return known.map((column, criterion) => {
    const policy = missingOf(model, criterion)
    // What is known for nobody has no weight.
    if (policy === scoring.missing || (scoring.weights[criterion] ?? 0) === 0) return column
    return filled(column, countsAs(policy, { scoring, criterion }))
  })
}

function countsAs(
  policy: MissingPolicy,
  { scoring: { frame }, criterion }: { readonly scoring: FittedScoring; readonly criterion: number },
): number {
  if (frame === null) return policy === 'worst' ? 0 : 0.5
  const [ideal, antiIdeal] = [frame.ideal[criterion] ?? 1, frame.antiIdeal[criterion] ?? 0]
  return topsisFill(policy, { ideal, antiIdeal }) ?? 0.5
}

function filled(column: Float64Array, value: number): Float64Array {
  const values = Float64Array.from(column)
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) values[i] = value
  return values
}
