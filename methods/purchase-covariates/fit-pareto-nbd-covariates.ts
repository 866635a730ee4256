import { fitParetoNbd } from '../buy-till-you-die/fit-pareto-nbd.ts'
import { type GroupedHistories, groupHistories } from '../buy-till-you-die/group-histories.ts'
import { sumRows } from '../buy-till-you-die/history-kernel.ts'
import { paretoNbdKernel } from '../buy-till-you-die/pareto-nbd-kernel.ts'
import type { FitVerdict } from '../buy-till-you-die/purchase-fit.ts'
import { hessianFromGradient } from '../optimization/hessian-from-gradient.ts'
import { inversePositiveDefinite } from '../optimization/inverse-positive-definite.ts'
import { minimize, type Objective } from '../optimization/minimize.ts'
import { solvePositiveDefinite } from '../optimization/solve-positive-definite.ts'
import { standardizedColumns } from '../regression/standardized-columns.ts'
import { type CovariateCustomers, type CovariateParameters, parametersOfCell } from './covariate-parameters.ts'
import { covariateCells } from './purchase-covariates.ts'

export interface CovariateFit {
  /** `noAttritionDetectable` and `tooFewRepeaters` are found without the covariates; these are then not tried. */
  readonly verdict: FitVerdict
  readonly parameters: CovariateParameters | null
  /** Of the effects, per unit of each covariate. */
  readonly standardErrors: { readonly transaction: Float64Array; readonly lifetime: Float64Array } | null
  readonly logLikelihood: number | null
  /** Of the Pareto/NBD without covariates: twice the difference is χ² with one degree of freedom per effect. */
  readonly logLikelihoodWithoutCovariates: number | null
}

/**
 * Fits the Pareto/NBD with static covariates of the purchase rate and of the risk of leaving.
 *
 * Customers of equal covariates are put together, so categories cost little; a covariate that differs for every customer
 * makes every customer a group of one.
 *
 * @param customers histories and covariates; categories as columns of 0 and 1, one left out
 * @throws RangeError naming an impossible history, or a column of another length or with a value that is not finite
 * Source: Fader and Hardie 2007, "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models".
 * @example
 * fitParetoNbdCovariates({ histories: purchaseHistories([]), covariates: { transaction: [], lifetime: [] } }).verdict // 'tooFewRepeaters'
 * fitParetoNbdCovariates({ histories: purchaseHistories([]), covariates: { transaction: [Float64Array.of(1)], lifetime: [] } }) // throws RangeError
 */
export function fitParetoNbdCovariates({ histories, covariates }: CovariateCustomers): CovariateFit {
  const transaction = standardizedColumns(covariates.transaction)
  const lifetime = standardizedColumns(covariates.lifetime)
  const cells = covariateCells(histories, { transaction: transaction.scaled, lifetime: lifetime.scaled })
  const plain = fitParetoNbd(groupHistories(histories))
  const without = plain.logLikelihood
  const verdict = plain.verdict
  if (plain.parameters === null || verdict === 'noAttritionDetectable') {
    return {
      verdict,
      parameters: null,
      standardErrors: null,
      logLikelihood: null,
      logLikelihoodWithoutCovariates: without,
    }
  }

  const customers = histories.purchases.length
  const [first, second] = [covariates.transaction.length, covariates.lifetime.length]
  const grouped = cells.map((cell) => ({ ...cell, histories: groupHistories(cell.histories) }))
  const objective = objectiveOf(grouped, { transactions: first, customers })
  const { r, alpha, s, beta } = plain.parameters
  const start = [...[r, alpha, s, beta].map(Math.log), ...new Float64Array(first + second)]
  const found = minimize(objective, start, { gradientTolerance: 1e-7, mostIterations: 300 })
  const hessian = hessianFromGradient(objective, found.point)
  const inverse = inversePositiveDefinite(hessian)
  const step = solvePositiveDefinite(hessian, found.gradient)
  const gain = step?.reduce((sum, move, j) => sum + (move * (found.gradient[j] ?? 0)) / 2, 0)
  const errorOf = (j: number): number => Math.sqrt((inverse?.values[j * (first + second + 5)] ?? 0) / customers)
  const settled = gain !== undefined && gain * customers < 1e-3
  return {
    verdict: inverse === null ? 'notIdentified' : settled ? 'converged' : 'notConverged',
    parameters: unscaled(parametersAt(found.point, first), transaction, lifetime),
    standardErrors: inverse && {
      transaction: transaction.scales.map((scale, j) => errorOf(4 + j) / scale),
      lifetime: lifetime.scales.map((scale, j) => errorOf(4 + first + j) / scale),
    },
    logLikelihood: -found.value * customers,
    logLikelihoodWithoutCovariates: without,
  }
}

interface GroupedCell {
  readonly histories: GroupedHistories
  readonly transaction: Float64Array
  readonly lifetime: Float64Array
}

/** Mean negative log-likelihood by the logarithms of r, alpha, s, beta and by the effects. */
function objectiveOf(
  cells: readonly GroupedCell[],
  { transactions, customers }: { transactions: number; customers: number },
): Objective {
  const ofCell = new Float64Array(4)
  return (point, gradient) => {
    const parameters = parametersAt(point, transactions)
    let value = 0
    gradient.fill(0)
    for (const cell of cells) {
      const model = parametersOfCell(parameters, cell)
      value -= sumRows(paretoNbdKernel(model, cell.histories), cell.histories.counts, { gradient: ofCell })
      const scales = [model.r, model.alpha, model.s, model.beta]
      const slopes = scales.map((scale, j) => (-scale * (ofCell[j] ?? 0)) / customers)
      slopes.forEach((slope, j) => (gradient[j] = (gradient[j] ?? 0) + slope))
      const addEffects = (values: Float64Array, at: { from: number; slope: number }): void => {
        values.forEach((each, j) => (gradient[at.from + j] = (gradient[at.from + j] ?? 0) - each * at.slope))
      }
      addEffects(cell.transaction, { from: 4, slope: slopes[1] ?? 0 })
      addEffects(cell.lifetime, { from: 4 + transactions, slope: slopes[3] ?? 0 })
    }
    return value / customers
  }
}

function parametersAt(point: Float64Array, transactions: number): CovariateParameters {
  // e^±18 is as good as infinity; beyond it the likelihood has no digits left.
  const [r = 1, alpha = 1, s = 1, beta = 1] = point
    .subarray(0, 4)
    .map((value) => Math.exp(Math.min(18, Math.max(-18, value))))
  return { r, alpha, s, beta, transaction: point.slice(4, 4 + transactions), lifetime: point.slice(4 + transactions) }
}

interface Scaling {
  readonly scales: Float64Array
  readonly means: Float64Array
}

/** From effects of standardised columns to those of the columns as they came. */
function unscaled(parameters: CovariateParameters, ofRate: Scaling, ofRisk: Scaling): CovariateParameters {
  const transaction = parameters.transaction.map((effect, j) => effect / (ofRate.scales[j] ?? 1))
  const lifetime = parameters.lifetime.map((effect, j) => effect / (ofRisk.scales[j] ?? 1))
  const shift = (effects: Float64Array, { means }: Scaling): number =>
    Math.exp(effects.reduce((sum, effect, j) => sum + effect * (means[j] ?? 0), 0))
  return {
    ...parameters,
    alpha: parameters.alpha * shift(transaction, ofRate),
    beta: parameters.beta * shift(lifetime, ofRisk),
    transaction,
    lifetime,
  }
}
