import type { JudgementReport } from '@vitalfew/contract/judgements.ts'
import type { SelectionWeights } from '@vitalfew/contract/selection-model.ts'
import { roundedWeights } from './rounded-weights.ts'

/** Agreed weights in the form a selection model takes. */
export function modelWeights({ criteria, group, departments, judgements }: JudgementReport): SelectionWeights {
  const named = (weights: readonly number[]): Record<string, number> => {
    const rounded = roundedWeights(weights)
    return Object.fromEntries(criteria.map((criterion, index) => [criterion, rounded[index] ?? 0]))
  }
  return {
    origin: 'ahp',
    values: named(group.weights),
    byDepartment: Object.fromEntries(departments.map(({ department, weights }) => [department, named(weights)])),
    judgements: { sha256: judgements.sha256, experts: [...judgements.experts] },
  }
}
