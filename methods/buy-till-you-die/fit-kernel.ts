import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { type LogLikelihood, type MaximumLikelihood, maximizeLikelihood } from '../optimization/maximize-likelihood.ts'
import type { GroupedHistories } from './group-histories.ts'
import { type HistoryKernel, sumRows } from './history-kernel.ts'
import { thinnedHistories } from './thinned-histories.ts'

/** The kernel of a model as a function of its vector of parameters. */
export type KernelFamily = (parameters: Float64Array, histories: GroupedHistories) => HistoryKernel

/**
 * Searches from several starts are made on about so many customers; where these say too little to determine every
 * parameter, one on more. The last search is on all.
 */
const scoutCustomers = 4000
const moreCustomers = 20_000

/**
 * Maximum-likelihood fit of a kernel to grouped histories.
 *
 * Of more than 4,000 customers an even sample decides which start is best; from its optimum the search over all begins.
 * Where that sample leaves a parameter open, 20,000 decide.
 *
 * @param family of the model
 * @param histories grouped
 * @param search `starts`: vectors of positive parameters; `onRidge`: where samples determine no best point, a better one
 *   on the ridge that was found, to begin at
 * @throws RangeError when there is no start of finite likelihood
 * @example
 * fitKernel((p, h) => nbdKernel({ k: 1, r: p[0], alpha: p[1] }, h), groupHistories(purchaseHistories([0, 1, 2, 9].map((purchases) => ({ purchases, recency: purchases, age: 10 })))), { starts: [[1, 3]] }).converged // true
 */
export function fitKernel(
  family: KernelFamily,
  histories: GroupedHistories,
  search: {
    readonly starts: readonly ArrayLike<number>[]
    readonly onRidge?: (found: Float64Array) => Float64Array
  },
): MaximumLikelihood {
  const { starts } = search
  const few = thinnedHistories(histories, { customers: scoutCustomers })
  if (few === histories || starts.length === 0) return maximizeOver(family, histories, starts)
  const scout = maximizeOver(family, few, starts)
  const more = thinnedHistories(histories, { customers: moreCustomers })
  if (!scout.identified && more === histories) return maximizeOver(family, histories, starts)
  const near = scout.identified ? scout : maximizeOver(family, more, starts.slice(0, 1))
  const begin = near.identified ? near.parameters : (search.onRidge?.(near.parameters) ?? near.parameters)
  const found = maximizeOver(family, histories, [begin], near.meanInformation)
  return found.converged ? found : maximizeOver(family, histories, starts)
}

function maximizeOver(
  family: KernelFamily,
  histories: GroupedHistories,
  starts: readonly ArrayLike<number>[],
  guide?: SquareMatrix,
): MaximumLikelihood {
  const likelihood: LogLikelihood = (parameters, gradient) =>
    sumRows(family(parameters, histories), histories.counts, { gradient })
  const data = { observations: histories.customers, ...(guide && { guide }) }
  return maximizeLikelihood(likelihood, starts, data)
}
