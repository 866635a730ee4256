import { total } from '../arithmetic/total.ts'
import { type ComparisonOptions, comparisons } from './comparisons.ts'
import { type Consistency, consistency } from './consistency.ts'
import { type CriteriaNode, requireTree } from './criteria-tree.ts'
import { globalWeights } from './global-weights.ts'
import type { JudgementMatrix } from './judgement-matrix.ts'
import { principalEigenvector } from './principal-eigenvector.ts'

export interface HierarchyPriority extends CriteriaNode {
  /** Among the children of its parent; 1 for the goal. */
  readonly localWeight: number
  /** In the whole; the criteria, which have no children, sum to 1. */
  readonly globalWeight: number
  /** Whether it has no children. */
  readonly isCriterion: boolean
  /** Of the judgements of its children; null where there are none. */
  readonly consistency: Consistency | null
}

export interface HierarchyPriorities {
  /** In the order of the nodes. */
  readonly nodes: readonly HierarchyPriority[]
  /** Σ weight · index over Σ weight · random index, over the nodes that were judged; 0 when all are consistent. */
  readonly consistencyRatio: number
}

/**
 * Weights of a hierarchy of criteria, goal → groups → criteria, from the judgements of the children of each node.
 *
 * @param nodes in any order
 * @param judgements by the name of the parent; rows in the order in which the children stand among the nodes. A node with
 * one child needs none
 * @throws RangeError naming the nodes that do not form a tree, a node without judgements or with too many rows, or the
 * first fault of a matrix
 * Source: Saaty 1980, "The analytic hierarchy process", with the consistency of a hierarchy.
 * @example
 * hierarchyPriorities([{ name: 'goal', parent: null }, { name: 'value', parent: 'goal' }, { name: 'fit', parent: 'goal' }], new Map([['goal', [[1, 4], [0.25, 1]]]])).nodes.map((node) => node.globalWeight) // [1, 0.8, 0.2]
 * hierarchyPriorities([{ name: 'goal', parent: null }, { name: 'value', parent: 'goal' }, { name: 'fit', parent: 'goal' }], new Map()) // throws RangeError
 */
export function hierarchyPriorities(
  nodes: readonly CriteriaNode[],
  judgements: ReadonlyMap<string, JudgementMatrix>,
  { tolerance }: Pick<ComparisonOptions, 'tolerance'> = {},
): HierarchyPriorities {
  requireTree(nodes)
  const children = Map.groupBy(nodes, (node) => node.parent)
  const misplaced = [...judgements.keys()].find((name) => !children.has(name))
  if (misplaced !== undefined) throw new RangeError(`judgements must be of nodes with children, got ${misplaced}`)

  const local = new Map<string, number>()
  const consistencies = new Map<string, Consistency>()
  for (const [parent, siblings] of children) {
    const names = siblings.map((node) => node.name)
    const matrix = parent === null ? undefined : judgements.get(parent)
    if (matrix === undefined || parent === null) {
      if (names.length > 1) throw new RangeError(`judgements must have a matrix for ${parent}, got none`)
      for (const name of names) local.set(name, 1)
      continue
    }
    const name = `judgements of ${parent}`
    if (matrix.length !== names.length) {
      throw new RangeError(`${name} must have ${names.length} rows, got ${matrix.length}`)
    }
    const options = { name, criteria: names, ...(tolerance === undefined ? {} : { tolerance }) }
    const { weights } = principalEigenvector(comparisons(matrix, options))
    names.forEach((child, i) => local.set(child, weights[i] ?? 0))
    consistencies.set(parent, consistency(matrix, options))
  }
  const weights = globalWeights(nodes.map((node) => ({ ...node, weight: local.get(node.name) ?? 0 })))
  return {
    nodes: nodes.map(({ name, parent }) => ({
      name,
      parent,
      localWeight: local.get(name) ?? 0,
      globalWeight: weights.get(name) ?? 0,
      isCriterion: !children.has(name),
      consistency: consistencies.get(name) ?? null,
    })),
    consistencyRatio: ratioOf(consistencies, weights),
  }
}

function ratioOf(consistencies: ReadonlyMap<string, Consistency>, weights: ReadonlyMap<string, number>): number {
  const judged = [...consistencies].map(([name, each]) => ({ weight: weights.get(name) ?? 0, ...each }))
  const index = total(judged.map((each) => each.weight * each.index))
  return index === 0 ? 0 : index / total(judged.map((each) => each.weight * each.randomIndex))
}
