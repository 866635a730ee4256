import type { SquareMatrix } from '../optimization/cholesky-factor.ts'
import { type LogLikelihood, type MaximumLikelihood, maximizeLikelihood } from '../optimization/maximize-likelihood.ts'
import type { GroupedHistories } from './group-histories.ts'
import { type HistoryKernel, sumRows } from './history-kernel.ts'
import { thinnedHistories } from './thinned-histories.ts'

/** The kernel of a model as a function of its vector of parameters. */
export type KernelFamily = (parameters: Float64Array, histories: GroupedHistories) => HistoryKernel

/** Searches from several starts are made on about this many customers, the last one on all. */
const scoutCustomers = 20_000

/**
 * Maximum-likelihood fit of a kernel to grouped histories.
 *
 * Of more than 20,000 customers an even sample decides which start is best; from its optimum the search over all begins.
 *
 * @param family of the model
 * @param histories grouped
 * @param search `starts`: vectors of positive parameters
 * @throws RangeError when there is no start of finite likelihood
 * @example
 * fitKernel((p, h) => nbdKernel({ k: 1, r: p[0], alpha: p[1] }, h), groupHistories(purchaseHistories([0, 1, 2, 9].map((purchases) => ({ purchases, recency: purchases, age: 10 })))), { starts: [[1, 3]] }).converged // true
 */
export function fitKernel(
  family: KernelFamily,
  histories: GroupedHistories,
  search: { readonly starts: readonly ArrayLike<number>[] },
): MaximumLikelihood {
  const scouted = thinnedHistories(histories, { customers: scoutCustomers })
  if (scouted === histories || search.starts.length === 0) return maximizeOver(family, histories, search.starts)
  const scout = maximizeOver(family, scouted, search.starts)
  return maximizeOver(family, histories, [scout.parameters], scout.meanInformation)
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
