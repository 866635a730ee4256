import type { TreeNode, TreeSplit } from './classification-tree.ts'

/** What the questions on the way to a leaf come to for one feature. */
export type RuleCondition =
  | { readonly feature: number; readonly kind: 'figure'; readonly from: number | null; readonly below: number | null }
  | {
      readonly feature: number
      readonly kind: 'category'
      readonly is: number | null
      readonly isNot: readonly number[]
    }

export interface TreeRule {
  readonly label: number
  readonly conditions: readonly RuleCondition[]
  /** Rows the rule applies to, and how many of them are of the class. */
  readonly rows: number
  readonly correct: number
}

/**
 * A tree as rules, one per leaf, conditions on the same feature drawn together; those of the first class first, and of one
 * class the largest first. Every row meets exactly one.
 *
 * @param tree as `classificationTree` grows it
 * @example
 * treeRules(classificationTree([{ kind: 'figure', values: [1, 2, 8, 9] }], [0, 0, 1, 1], { leastRows: 1 }))[1].conditions // [{ feature: 0, kind: 'figure', from: 5, below: null }]
 */
export function treeRules(tree: TreeNode): TreeRule[] {
  const rules: TreeRule[] = []
  const walk = (node: TreeNode, way: readonly (readonly [TreeSplit, boolean])[]): void => {
    const { split, no, yes, counts, label } = node
    if (split === null || no === null || yes === null) {
      const rows = counts.reduce((sum, count) => sum + count, 0)
      rules.push({ label, conditions: drawnTogether(way), rows, correct: counts[label] ?? 0 })
      return
    }
    walk(no, [...way, [split, false]])
    walk(yes, [...way, [split, true]])
  }
  walk(tree, [])
  return rules.sort((one, other) => one.label - other.label || other.rows - one.rows)
}

function drawnTogether(way: readonly (readonly [TreeSplit, boolean])[]): RuleCondition[] {
  const byFeature = Map.groupBy(way, ([{ feature }]) => feature)
  return [...byFeature].map(([feature, steps]) => {
    const bounds = (answer: boolean): number[] => steps.filter(([, yes]) => yes === answer).map(([{ bound }]) => bound)
    const [met, unmet] = [bounds(true), bounds(false)]
    if (steps[0]?.[0].kind === 'category') {
      const is = met[0] ?? null
      return { feature, kind: 'category', is, isNot: is === null ? unmet : [] }
    }
    return {
      feature,
      kind: 'figure',
      from: met.length === 0 ? null : Math.max(...met),
      below: unmet.length === 0 ? null : Math.min(...unmet),
    }
  })
}
