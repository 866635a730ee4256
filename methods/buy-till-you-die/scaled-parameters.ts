import type { PurchaseParameters } from './purchase-parameters.ts'

const namesOf = {
  nbd: ['r', 'alpha'],
  'pareto-nbd': ['r', 'alpha', 's', 'beta'],
  'bg-nbd': ['r', 'alpha', 'a', 'b'],
  'mbg-nbd': ['r', 'alpha', 'a', 'b'],
  'bg-cnbd-k': ['r', 'alpha', 'a', 'b'],
  'mbg-cnbd-k': ['r', 'alpha', 'a', 'b'],
  'bg-bb': ['alpha', 'beta', 'gamma', 'delta'],
} as const

/**
 * Names of the estimated parameters of a model, in the order of its covariance; k is chosen, not estimated.
 *
 * @example
 * parameterNames('pareto-nbd') // ['r', 'alpha', 's', 'beta']
 */
export function parameterNames(model: PurchaseParameters['model']): readonly string[] {
  return namesOf[model]
}

/**
 * Parameters with one of them multiplied by a factor: a step in its logarithm.
 *
 * @param parameters not changed
 * @param step `name` of the parameter and `factor`
 * @example
 * scaledParameters({ model: 'nbd', k: 1, r: 2, alpha: 3 }, { name: 'alpha', factor: 2 }) // { model: 'nbd', k: 1, r: 2, alpha: 6 }
 */
export function scaledParameters<Parameters extends PurchaseParameters>(
  parameters: Parameters,
  step: { readonly name: string; readonly factor: number },
): Parameters {
  const scaled = { ...parameters }
  for (const [name, value] of Object.entries(parameters)) {
    if (name === step.name && typeof value === 'number') Object.assign(scaled, { [name]: value * step.factor })
  }
  return scaled
}
