import { requireInteger } from '../arguments/require-integer.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { requireLabels } from '../clustering/points.ts'
import { bestSplit } from './best-split.ts'

/** A feature a tree may ask about: figures (at least a bound?) or codes of a category (is it this one?). */
export interface TreeFeature {
  readonly kind: 'figure' | 'category'
  /** Figures, or codes of the values of a category; NaN = unknown, which answers no. */
  readonly values: ArrayLike<number>
}

/** A question: `figure`: value ≥ bound; `category`: value = bound. */
export interface TreeSplit {
  readonly feature: number
  readonly kind: TreeFeature['kind']
  readonly bound: number
}

export interface TreeNode {
  /** Rows of each class that come here, and the class that most are of. */
  readonly counts: Float64Array
  readonly label: number
  /** null for a leaf. */
  readonly split: TreeSplit | null
  readonly no: TreeNode | null
  readonly yes: TreeNode | null
}

export interface TreeOptions {
  /** Questions one after another at most; 3 where absent. */
  readonly depth?: number
  /** Rows a leaf has at least; 5 where absent. */
  readonly leastRows?: number
}

/** Less of an answer's purity than this is not worth a question. */
const leastGain = 1e-3

/**
 * A shallow tree of questions that sorts rows into classes, each question the one that makes the answers purest (Gini).
 *
 * @param features of the rows
 * @param labels the class of each row, from 0
 * @param options how deep it may grow
 * @throws RangeError when there are no rows, features or labels do not go with them, or depth is no integer
 * Source: Breiman, Friedman, Olshen and Stone 1984, "Classification and Regression Trees".
 * @example
 * classificationTree([{ kind: 'figure', values: [1, 2, 8, 9] }], [0, 0, 1, 1], { leastRows: 1 }).split // { feature: 0, kind: 'figure', bound: 5 }
 * classificationTree([], []) // throws RangeError
 */
export function classificationTree(
  features: readonly TreeFeature[],
  labels: ArrayLike<number>,
  options: TreeOptions = {},
): TreeNode {
  const { depth = 3, leastRows = 5 } = options
  requireInteger('depth', depth)
  const rows = labels.length
  if (rows === 0) throw new RangeError('labels.length must be at least 1, got 0')
  const classes = requireLabels(labels, rows)
  features.forEach(({ values }, i) => requireSameLength(`features[${i}]`, { expected: rows, actual: values.length }))
  const all = Uint32Array.from({ length: rows }, (_, i) => i)
  return grown({ features, labels, classes, leastRows, total: rows }, { rows: all, depth })
}

interface Ground {
  readonly features: readonly TreeFeature[]
  readonly labels: ArrayLike<number>
  readonly classes: number
  readonly leastRows: number
  readonly total: number
}

function grown(ground: Ground, { rows, depth }: { readonly rows: Uint32Array; readonly depth: number }): TreeNode {
  const { features, labels, classes, leastRows, total } = ground
  const counts = new Float64Array(classes)
  for (const row of rows) counts[labels[row] ?? 0] = (counts[labels[row] ?? 0] ?? 0) + 1
  const label = counts.indexOf(Math.max(...counts))
  const leaf: TreeNode = { counts, label, split: null, no: null, yes: null }
  if (depth < 1 || counts[label] === rows.length) return leaf
  const best = bestSplit(features, { rows, labels, counts, leastRows })
  if (best === null || best.gain * rows.length < leastGain * total) return leaf
  const { split } = best
  const values = features[split.feature]?.values ?? []
  const says = (row: number): boolean => answers(split, values[row] ?? Number.NaN)
  const no = grown(ground, { rows: rows.filter((row) => !says(row)), depth: depth - 1 })
  const yes = grown(ground, { rows: rows.filter(says), depth: depth - 1 })
  // Two answers that come to the same are no answer.
  return no.split === null && yes.split === null && no.label === yes.label ? leaf : { ...leaf, split, no, yes }
}

/**
 * Whether a figure answers a question with yes; an unknown one does not.
 *
 * @example
 * answers({ feature: 0, kind: 'figure', bound: 5 }, 5) // true
 * answers({ feature: 0, kind: 'category', bound: 2 }, 3) // false
 */
export function answers({ kind, bound }: TreeSplit, value: number): boolean {
  return kind === 'figure' ? value >= bound : value === bound
}

/**
 * The class a tree gives a row.
 *
 * @param tree as {@link classificationTree} grows it
 * @param row its value of each feature
 * @example
 * treeLabel(classificationTree([{ kind: 'figure', values: [1, 2, 8, 9] }], [0, 0, 1, 1], { leastRows: 1 }), [7]) // 1
 */
export function treeLabel(tree: TreeNode, row: ArrayLike<number>): number {
  let node = tree
  while (node.split !== null && node.no !== null && node.yes !== null) {
    node = answers(node.split, row[node.split.feature] ?? Number.NaN) ? node.yes : node.no
  }
  return node.label
}
