import type { ContractFactor } from '@vitalfew/contract/churn.ts'
import { chiSquaredUpper } from '@vitalfew/methods/special-functions/chi-squared-upper.ts'
import { normalQuantile } from '@vitalfew/methods/special-functions/normal-quantile.ts'
import type { FittedFactors } from './fitted-factors.ts'

const z = normalQuantile(0.975)

/** The coefficients of Cox's model as people read them: figures per standard deviation. */
export function contractFactors({ covariates, fit }: FittedFactors): ContractFactor[] {
  let index = -1
  return covariates.flatMap(({ header, values, reference, columns }) =>
    columns.map(({ value, figures }): ContractFactor => {
      index += 1
      const coefficient = fit.coefficients?.[index] ?? 0
      const standardError = fit.standardErrors?.[index] ?? 0
      const step = values === null ? deviation(figures) : null
      const ratio = (limit: number): number => Math.exp((coefficient + limit * standardError) * (step ?? 1))
      return {
        column: header,
        value,
        reference,
        step,
        coefficient,
        standardError,
        hazardRatio: ratio(0),
        lower: ratio(-z),
        upper: ratio(z),
        p: standardError > 0 ? chiSquaredUpper((coefficient / standardError) ** 2, 1) : 1,
      }
    }),
  )
}

function deviation(figures: Float64Array): number {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
  return Math.sqrt(figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / figures.length)
}
