import type { Aggregation, DepartmentWeights, PriorityMethod } from '@vitalfew/contract/judgements.ts'
import { departmentWeights } from '@vitalfew/methods/pairwise/department-weights.ts'
import { groupJudgements } from '@vitalfew/methods/pairwise/group-judgements.ts'
import { judgementTolerance } from './check-judgements.ts'
import { comparedNodes, type JudgedPart, valuesOf } from './judged-part.ts'
import { treeWeights, type TreeWeights } from './tree-weights.ts'

export interface GroupResult {
  readonly departments: readonly DepartmentWeights[]
  readonly byJudgements: TreeWeights
  readonly byPriorities: readonly number[]
}

export interface GroupRequest {
  readonly method: PriorityMethod
  readonly aggregation: Aggregation
  /** Department → how much it counts, in any scale; absent = all alike, whatever their number of people. */
  readonly shares?: ReadonlyMap<string, number> | undefined
}

/** What the people come to together: within departments all count alike, between departments as the shares say. */
export function groupResult(
  part: JudgedPart,
  { method, aggregation, shares, weights }: GroupRequest & { readonly weights: readonly (readonly number[])[] },
): GroupResult {
  const { experts } = part
  const people = experts.map(({ department }, index) => ({ department, weights: weights[index] ?? [] }))
  const byPriorities = departmentWeights(people, shares === undefined ? {} : { departmentShares: shares })
  const sum = byPriorities.departments.reduce((total, { department }) => total + (shares?.get(department) ?? 1), 0)
  const shareOf = (department: string): number => (shares?.get(department) ?? 1) / sum

  const expertWeights = experts.map(({ department }) => {
    const members = experts.filter((each) => each.department === department).length
    return shareOf(department) / members
  })
  const departments = byPriorities.departments.map(({ department, weights: own, experts: places }) => {
    const alone = experts.map((_, place) => (places.includes(place) ? 1 : 0))
    const ownWeights =
      aggregation === 'judgements' ? together(part, { method, expertWeights: alone }).weights : [...own]
    return {
      department,
      share: shareOf(department),
      experts: places.map((place) => experts[place]?.name ?? ''),
      weights: [...ownWeights],
    }
  })
  return {
    departments,
    byJudgements: together(part, { method, expertWeights }),
    byPriorities: [...byPriorities.weights],
  }
}

/** Weights from the judgements of several people, put together pair by pair. */
function together(
  part: JudgedPart,
  { method, expertWeights }: { readonly method: PriorityMethod; readonly expertWeights: readonly number[] },
): TreeWeights {
  const matrices = comparedNodes(part.tree).map((_, node) =>
    groupJudgements(
      part.experts.map(({ matrices: own }) => valuesOf(own[node] ?? [])),
      { tolerance: judgementTolerance, expertWeights },
    ),
  )
  return treeWeights(part, { matrices, method })
}
