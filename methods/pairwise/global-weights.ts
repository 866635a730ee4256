import { requireNonNegative } from '../arguments/require-non-negative.ts'
import { total } from '../arithmetic/total.ts'
import { type CriteriaNode, requireTree } from './criteria-tree.ts'

/** A node with its weight among the children of its parent; that of the goal is not looked at. */
export interface WeightedNode extends CriteriaNode {
  readonly weight: number
}

/**
 * Weights of all nodes of a hierarchy in the whole: each the product of the local weights from the goal down to it.
 *
 * @param nodes in any order; the weights of the children of a node sum to 1 within 1e-6
 * @returns by name; 1 for the goal, and sum 1 over the nodes without children
 * @throws RangeError naming the nodes that do not form a tree, or a node whose children's weights do not sum to 1
 * Source: Saaty 1980, "The analytic hierarchy process".
 * @example
 * [...globalWeights([{ name: 'goal', parent: null, weight: 1 }, { name: 'value', parent: 'goal', weight: 0.5 }, { name: 'fit', parent: 'goal', weight: 0.5 }, { name: 'profit', parent: 'value', weight: 1 }])] // [['goal', 1], ['value', 0.5], ['fit', 0.5], ['profit', 0.5]]
 * globalWeights([{ name: 'goal', parent: null, weight: 1 }, { name: 'value', parent: 'goal', weight: 0.5 }]) // throws RangeError
 */
export function globalWeights(nodes: readonly WeightedNode[]): Map<string, number> {
  requireTree(nodes)
  const children = Map.groupBy(nodes, (node) => node.parent)
  for (const [parent, siblings] of children) {
    if (parent === null) continue
    for (const { name, weight } of siblings) requireNonNegative(`weight of ${name}`, weight)
    const sum = total(siblings.map((node) => node.weight))
    if (!(Math.abs(sum - 1) <= 1e-6)) throw new RangeError(`weights below ${parent} must sum to 1, got ${sum}`)
  }
  const weights = new Map<string, number>(nodes.map((node) => [node.name, 1]))
  const waiting = [...(children.get(null) ?? [])]
  for (const node of waiting) {
    for (const child of children.get(node.name) ?? []) {
      weights.set(child.name, (weights.get(node.name) ?? 1) * child.weight)
      waiting.push(child)
    }
  }
  return weights
}
