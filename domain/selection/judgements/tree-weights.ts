import type { PriorityMethod } from '@vitalfew/contract/judgements.ts'
import { eigenvectorPriorities } from '@vitalfew/methods/pairwise/eigenvector-priorities.ts'
import { consistency, type Consistency } from '@vitalfew/methods/pairwise/consistency.ts'
import { geometricMeanPriorities } from '@vitalfew/methods/pairwise/geometric-mean-priorities.ts'
import { globalWeights } from '@vitalfew/methods/pairwise/global-weights.ts'
import type { JudgementMatrix } from '@vitalfew/methods/pairwise/judgement-matrix.ts'
import { judgementTolerance } from './check-judgements.ts'
import { comparedNodes, type JudgedPart } from './judged-part.ts'

export interface TreeWeights {
  /** Every node by name, in the whole. */
  readonly nodes: ReadonlyMap<string, number>
  /** In the order of the criteria. */
  readonly weights: readonly number[]
  /** Of each compared node. */
  readonly consistencies: readonly Consistency[]
  /** Σ weight · index over Σ weight · random index; for one node its ratio. */
  readonly consistencyRatio: number
}

/** Weights from one set of matrices, one for each compared node: those of a person, a department or the group. */
export function treeWeights(
  { tree, criteria }: Pick<JudgedPart, 'tree' | 'criteria'>,
  { matrices, method }: { readonly matrices: readonly JudgementMatrix[]; readonly method: PriorityMethod },
): TreeWeights {
  const options = { tolerance: judgementTolerance }
  const compared = comparedNodes(tree)
  const local = new Map(tree.map(({ name }) => [name, 1]))
  const consistencies = compared.map(({ children }, index) => {
    const matrix = matrices[index] ?? []
    const weights =
      method === 'eigenvector'
        ? eigenvectorPriorities(matrix, options).weights
        : geometricMeanPriorities(matrix, options)
    for (const [place, child] of children.entries()) local.set(child, weights[place] ?? 0)
    return consistency(matrix, options)
  })
  const nodes = globalWeights(tree.map((node) => ({ ...node, weight: local.get(node.name) ?? 0 })))
  const weighed = compared.map(({ parent }, index) => ({ weight: nodes.get(parent) ?? 0, of: consistencies[index] }))
  const sum = (figure: (each: Consistency) => number): number =>
    weighed.reduce((total, { weight, of }) => total + (of === undefined ? 0 : weight * figure(of)), 0)
  const index = sum((each) => each.index)
  return {
    nodes,
    weights: criteria.map((name) => nodes.get(name) ?? 0),
    consistencies,
    consistencyRatio: index === 0 ? 0 : index / sum((each) => each.randomIndex),
  }
}
