import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel, WeightOrigin, WeightValues } from '@vitalfew/contract/selection-model.ts'

/** Weights that are found in the data of each run, where a model does not fix them. */
const fromData: ReadonlySet<WeightOrigin> = new Set(['entropy', 'critic', 'standardDeviation'])

/** Every set of weights in a model names its criteria, all of them, and adds up to 1. */
export function checkWeights(model: SelectionModel, file: string): void {
  const { origin, values, parts = [], byDepartment = {} } = model.weights
  if (origin === 'blend') {
    if (parts.length === 0) throw new ProductError('model.weights', { file, path: 'weights.parts', sum: 0 })
    for (const [index, part] of parts.entries()) {
      checkOrigin(part, { model, file, path: `weights.parts[${index}].values` })
    }
  } else {
    checkOrigin({ origin, values }, { model, file, path: 'weights.values' })
  }
  for (const [department, own] of Object.entries(byDepartment)) {
    checkValues(own, { model, file, path: `weights.byDepartment.${department}` })
  }
}

interface WeightPlace {
  readonly model: SelectionModel
  readonly file: string
  readonly path: string
}

function checkOrigin(
  given: { readonly origin: WeightOrigin; readonly values?: WeightValues | undefined },
  place: WeightPlace,
): void {
  if (given.values === undefined && fromData.has(given.origin)) return
  checkValues(given.values ?? {}, place)
}

function checkValues(values: WeightValues, { model, file, path }: WeightPlace): void {
  const ids = model.criteria.map(({ id }) => id)
  for (const criterion of Object.keys(values)) {
    if (!ids.includes(criterion)) {
      throw new ProductError('model.unknownCriterion', {
        file,
        path: `${path}.${criterion}`,
        criterion,
        criteria: ids.join(', '),
      })
    }
  }
  const sum = Object.values(values).reduce((total, weight) => total + weight, 0)
  // A criterion that is left out weighs nothing, which is hardly ever what was meant: the sum tells.
  if (Math.abs(sum - 1) > 1e-6) throw new ProductError('model.weights', { file, path, sum: Number(sum.toFixed(6)) })
}
