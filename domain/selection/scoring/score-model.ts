import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { failedGates } from '@vitalfew/methods/scoring/failed-gates.ts'
import { fitScoring } from '@vitalfew/methods/scoring/fit-scoring.ts'
import type { NormalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'
import { scoreColumns } from '@vitalfew/methods/scoring/score-columns.ts'
import type { Aggregation, FittedScoring, ScoredColumns } from '@vitalfew/methods/scoring/scoring-rule.ts'
import { rankAccounts } from '@vitalfew/methods/tiering/rank-accounts.ts'
import type { SelectionColumns } from '../columns/load-columns.ts'
import { criterionFigures } from './criterion-figures.ts'
import { metCondition } from './met-condition.ts'
import { normalizedCriteria } from './normalized-criteria.ts'
import { resolveWeights } from './resolve-weights.ts'
import { fittedMissing, unknownValues } from './unknown-values.ts'

/** What people scored, by criterion: one mean score per account, NaN where nobody did. */
export type RatedColumns = ReadonlyMap<string, Float64Array>

/** All accounts scored by a model. Positions are those of the columns. */
export interface ScoredModel {
  readonly model: SelectionModel
  /** 1 for accounts that the model compares. */
  readonly population: Uint8Array
  /** Per criterion: figures, NaN outside the population or where unknown. */
  readonly figures: readonly Float64Array[]
  /** Per criterion: values 0 to 1, and how figures become them. */
  readonly criteria: readonly NormalizedPopulation[]
  /** Per criterion: the values as they are scored. NaN only where an unknown one counts as `scoring.missing` says. */
  readonly values: readonly Float64Array[]
  /** Sum 1, 0 for a criterion that is known for nobody. */
  readonly weights: Float64Array
  /** null where no criterion is known for anybody: then all are in the middle. */
  readonly scoring: FittedScoring | null
  /** 0 to 1; outside the population 0. */
  readonly scored: ScoredColumns
  /** The first gate an account does not pass, by its id; null for those that pass all. */
  readonly failed: readonly (string | null)[]
  /** Positions of the accounts that may have a tier, the best first. */
  readonly ranking: Uint32Array
}

const aggregations = {
  weightedSum: 'weighted-sum',
  weightedGeometric: 'weighted-geometric',
  topsis: 'topsis',
} as const satisfies Record<SelectionModel['aggregation'], Aggregation>

/** The least value in a geometric mean: one criterion at the very bottom does not decide all. */
const floor = 0.01

/** Scores the accounts of a run by a model; nothing of the past is asked, so that one account's score says where it stands now. */
export function scoreModel(
  model: SelectionModel,
  columns: SelectionColumns,
  rated: RatedColumns = new Map(),
): ScoredModel {
  const population =
    model.population === undefined ? new Uint8Array(columns.accounts).fill(1) : metCondition(model.population, columns)
  const measured = criterionFigures(model, { columns, population, rated })
  const criteria = normalizedCriteria(measured)
  const known = criteria.map((criterion) => criterion.values)
  const weights = resolveWeights(model, known)
  const scoring = usableScoring(model, { values: known, weights })
  const values = scoring === null ? known : unknownValues(model, { known, scoring })
  const scored = scoring === null ? middle(columns.accounts) : scoredValues({ known, values }, scoring)
  const gates = model.gates.map(({ id, condition }) => ({ gate: id, passes: metCondition(condition, columns) }))
  const failed = gates.length === 0 ? failingNone(columns.accounts) : failedGates(gates)
  const ranking = rankAccounts(
    scored.scores.map((score, i) => (population[i] === 1 && failed[i] === null ? score : Number.NaN)),
  )
  return {
    model,
    population,
    figures: measured.map(({ figures }) => figures),
    criteria,
    values,
    weights: scoring?.weights ?? weights,
    scoring,
    scored,
    failed,
    ranking,
  }
}

/** Where there is no gate, everybody passes. */
function failingNone(accounts: number): null[] {
  const failed: null[] = []
  for (let account = 0; account < accounts; account++) failed.push(null)
  return failed
}

/** A weighted criterion must be known for somebody; where none is, the criteria without weight cannot help. */
function usableScoring(
  model: SelectionModel,
  { values, weights }: { readonly values: readonly Float64Array[]; readonly weights: Float64Array },
): FittedScoring | null {
  const known = values.some((column, i) => (weights[i] ?? 0) > 0 && column.some((value) => !Number.isNaN(value)))
  if (!known) return null
  const aggregation = aggregations[model.aggregation]
  return fitScoring(values, { aggregation, weights, missing: fittedMissing(model), floor })
}

/** The bounds are those of the figures as they are: what an unknown one counts as does not make it known. */
function scoredValues(
  { known, values }: { readonly known: readonly Float64Array[]; readonly values: readonly Float64Array[] },
  scoring: FittedScoring,
): ScoredColumns {
  const scored = scoreColumns(values, scoring)
  if (values.every((column, i) => column === known[i])) return scored
  const { lower, upper } = scoreColumns(known, scoring)
  return { ...scored, lower, upper }
}

/** Where nothing is known, everybody is in the middle and could be anywhere. */
function middle(accounts: number): ScoredColumns {
  return {
    scores: new Float64Array(accounts).fill(0.5),
    lower: new Float64Array(accounts),
    upper: new Float64Array(accounts).fill(1),
  }
}
