import { requirePositive } from '../special-functions/require-positive.ts'
import type { PurchaseParameters } from './purchase-parameters.ts'

/**
 * Refuses parameters that no purchase model can have.
 *
 * @throws RangeError naming the parameter that is not a finite number above 0, or a k that is not whole
 * @example
 * requirePurchaseParameters({ model: 'nbd', k: 1, r: 0.4, alpha: 12 }) // undefined
 * requirePurchaseParameters({ model: 'nbd', k: 1.5, r: 0.4, alpha: 12 }) // throws RangeError
 */
export function requirePurchaseParameters(parameters: PurchaseParameters): void {
  for (const [name, value] of Object.entries(parameters)) if (name !== 'model') requirePositive(name, Number(value))
  if ('k' in parameters && !Number.isInteger(parameters.k)) {
    throw new RangeError(`k must be a whole number, got ${parameters.k}`)
  }
}
