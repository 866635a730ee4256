import { ProductError } from '@vitalfew/contract/errors.ts'
import { chiSquaredUpper } from '@vitalfew/methods/special-functions/chi-squared-upper.ts'
import { type CoxFit, fitCox } from '@vitalfew/methods/survival/fit-cox.ts'
import type { SurvivalData } from '@vitalfew/methods/survival/survival-data.ts'
import type { Covariate } from './covariates.ts'

/** Cox's model of the columns that tell most. */
export interface FittedFactors {
  readonly covariates: readonly Covariate[]
  readonly fit: CoxFit
}

const mostCovariates = 6
const mostP = 0.01
/** An event each for so many coefficients keeps them from following chance. */
const eventsPerColumn = 10

/**
 * Cox's model of the columns named, or where none are, of those that each alone tell most, one after the other as long as
 * the model stands; null where none does.
 *
 * @throws ProductError `mapping.headerNotFound` for a column that is not there or is the same for all
 */
export function fittedFactors(
  data: SurvivalData,
  known: readonly Covariate[],
  named: readonly string[],
  file: string,
): FittedFactors | null {
  if (named.length > 0) {
    const covariates = named.map((header) => namedCovariate(header, { known, file }))
    const fit = fitCox(data, columnsOf(covariates))
    return fit.verdict === 'converged' ? { covariates, fit } : null
  }
  const events = data.events.reduce((sum, event) => sum + event, 0)
  let found: FittedFactors | null = null
  for (const covariate of tellingFirst(data, known)) {
    const covariates: Covariate[] = [...(found?.covariates ?? []), covariate]
    if (covariates.length > mostCovariates) break
    const columns = columnsOf(covariates)
    if (columns.length * eventsPerColumn > events) continue
    const fit = fitCox(data, columns)
    if (fit.verdict === 'converged' && isSettled(fit)) found = { covariates, fit }
  }
  return found
}

function namedCovariate(
  header: string,
  { known, file }: { readonly known: readonly Covariate[]; readonly file: string },
): Covariate {
  const found = known.find((covariate) => covariate.header === header)
  if (found === undefined) {
    const headers = known.map((covariate) => covariate.header).join(', ')
    throw new ProductError('mapping.headerNotFound', { field: '--factors', header, file, headers })
  }
  return found
}

/** The columns that models count, one after the other. */
export function columnsOf(covariates: readonly Covariate[]): Float64Array[] {
  return covariates.flatMap(({ columns }) => columns.map(({ figures }) => figures))
}

/** By what each alone adds to the likelihood; those that add nothing beyond chance are left out. */
function tellingFirst(data: SurvivalData, known: readonly Covariate[]): Covariate[] {
  return known
    .flatMap((covariate) => {
      const { logLikelihood, nullLogLikelihood } = fitCox(data, columnsOf([covariate]))
      if (logLikelihood === null || nullLogLikelihood === null) return []
      const statistic = Math.max(0, 2 * (logLikelihood - nullLogLikelihood))
      const degrees = covariate.columns.length
      const p = chiSquaredUpper(statistic, degrees)
      return p < mostP ? [{ covariate, p, perDegree: statistic / degrees }] : []
    })
    .toSorted((one, other) => one.p - other.p || other.perDegree - one.perDegree)
    .map(({ covariate }) => covariate)
}

/** Columns that almost repeat each other give coefficients with errors beyond all sense. */
function isSettled({ standardErrors }: CoxFit): boolean {
  return standardErrors?.every((error) => error < 5) ?? false
}
