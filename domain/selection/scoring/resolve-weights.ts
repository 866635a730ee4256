import type { SelectionModel, WeightOrigin, WeightValues } from '@vitalfew/contract/selection-model.ts'
import { blendedWeights } from '@vitalfew/methods/weighting/blended-weights.ts'
import { criticWeights } from '@vitalfew/methods/weighting/critic-weights.ts'
import { entropyWeights } from '@vitalfew/methods/weighting/entropy-weights.ts'
import { standardDeviationWeights } from '@vitalfew/methods/weighting/standard-deviation-weights.ts'
import { unitWeights } from '@vitalfew/methods/scoring/unit-weights.ts'

/**
 * The weight of each criterion, in the order of the model: as the model says, or found in the values of the accounts.
 *
 * @param values one column per criterion, 0 to 1, NaN = unknown
 */
export function resolveWeights(model: SelectionModel, values: readonly Float64Array[]): Float64Array {
  const { origin, values: given, parts = [] } = model.weights
  if (origin !== 'blend') return weightsOf({ origin, values: given }, { model, values })
  const vectors = parts.map((part) => weightsOf(part, { model, values }))
  return blendedWeights(vectors, { shares: parts.map(({ share }) => share) })
}

/** Weights that a document gives, in the order of the criteria. */
export function givenWeights(model: SelectionModel, given: WeightValues): Float64Array {
  return unitWeights(model.criteria.map(({ id }) => given[id] ?? 0))
}

function weightsOf(
  { origin, values: given }: { readonly origin: WeightOrigin; readonly values?: WeightValues | undefined },
  { model, values }: { readonly model: SelectionModel; readonly values: readonly Float64Array[] },
): Float64Array {
  if (given !== undefined) return givenWeights(model, given)
  const known = values.map(filled)
  switch (origin) {
    case 'entropy':
      return entropyWeights(known)
    case 'critic':
      return criticWeights(known)
    case 'standardDeviation':
      return standardDeviationWeights(known)
    case 'hand':
    case 'ahp':
    case 'blend':
      return unitWeights(model.criteria.map(() => 1))
  }
}

/** What is unknown tells nobody apart: it counts as the mean of what is known. */
function filled(column: Float64Array): Float64Array {
  let sum = 0
  let known = 0
  for (const value of column) {
    if (Number.isNaN(value)) continue
    sum += value
    known++
  }
  const mean = known === 0 ? 0.5 : sum / known
  return column.map((value) => (Number.isNaN(value) ? mean : value))
}
