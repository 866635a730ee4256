import type { ExpertWeights, JudgementRevision, PriorityMethod, WorstTriad } from '@vitalfew/contract/judgements.ts'
import { bestRevision } from '@vitalfew/methods/pairwise/best-revision.ts'
import { judgementFaults } from '@vitalfew/methods/pairwise/judgement-faults.ts'
import type { JudgementMatrix } from '@vitalfew/methods/pairwise/judgement-matrix.ts'
import { worstTriad } from '@vitalfew/methods/pairwise/worst-triad.ts'
import { judgementTolerance } from './check-judgements.ts'
import { consistencyVerdict } from './consistency-verdict.ts'
import { comparedNodes, type ExpertJudgements, type JudgedPart, valuesOf } from './judged-part.ts'
import { reasonFor } from './reason-for.ts'
import { treeWeights, type TreeWeights } from './tree-weights.ts'

const options = { tolerance: judgementTolerance }

/** What one person's judgements come to, and how well they agree with each other. */
export function expertResult(
  part: JudgedPart,
  { expert, method }: { readonly expert: ExpertJudgements; readonly method: PriorityMethod },
): ExpertWeights {
  const matrices = expert.matrices.map(valuesOf)
  const found = treeWeights(part, { matrices, method })
  const nodes = comparedNodes(part.tree)
  const worst = worstNode(found)
  const children = nodes[worst]?.children ?? []
  const matrix = matrices[worst]
  return {
    name: expert.name,
    department: expert.department,
    source: expert.source,
    weights: [...found.weights],
    consistencyRatio: found.consistencyRatio,
    isApproximate: found.consistencies.some(({ isApproximate }) => isApproximate),
    verdict: consistencyVerdict(Math.max(0, ...found.consistencies.map(({ ratio }) => ratio))),
    worstTriad: matrix === undefined ? null : triadOf(matrix, { children, found }),
    bestRevision: matrix === undefined ? null : revisionOf(matrix, { children, expert }),
    missing: nodes.flatMap((node, index) => missingPairs(matrices[index] ?? [], node.children)),
    outsideScale: nodes.flatMap((node, index) => outsideScale(matrices[index] ?? [], node.children)),
  }
}

/** Of a hierarchy, the node that is least consistent. */
function worstNode({ consistencies }: TreeWeights): number {
  const ratios = consistencies.map(({ ratio }) => ratio)
  return ratios.indexOf(Math.max(...ratios))
}

function triadOf(
  matrix: JudgementMatrix,
  { children, found }: { readonly children: readonly string[]; readonly found: TreeWeights },
): WorstTriad | null {
  const triad = worstTriad(matrix, options)
  if (triad === null) return null
  const weight = (place: number): number => found.nodes.get(children[place] ?? '') ?? 0
  const [first = 0, second = 0, third = 0] = triad.criteria.toSorted((a, b) => weight(b) - weight(a) || a - b)
  const over = (row: number, column: number): number =>
    judged(matrix, { row, column }) ?? 1 / (judged(matrix, { row: column, column: row }) ?? 1)
  return {
    criteria: [children[first] ?? '', children[second] ?? '', children[third] ?? ''],
    judgements: [over(first, second), over(second, third), over(first, third)],
    implied: over(first, second) * over(second, third),
  }
}

interface Place {
  readonly row: number
  readonly column: number
}

function judged(matrix: JudgementMatrix, { row, column }: Place): number | null {
  return matrix[row]?.[column] ?? null
}

function revisionOf(
  matrix: JudgementMatrix,
  { children, expert }: { readonly children: readonly string[]; readonly expert: ExpertJudgements },
): JudgementRevision | null {
  const found = bestRevision(matrix, options)
  if (found === null) return null
  const pair = { first: children[found.row] ?? '', second: children[found.column] ?? '' }
  return {
    ...pair,
    judgement: found.judgement,
    proposed: found.onScale?.judgement ?? found.revised,
    consistencyRatio: found.consistencyRatioBefore,
    consistencyRatioAfter: found.onScale?.consistencyRatio ?? found.consistencyRatio,
    reason: reasonFor(expert, pair),
  }
}

function missingPairs(matrix: JudgementMatrix, children: readonly string[]): { first: string; second: string }[] {
  return children.flatMap((first, row) =>
    children.slice(row + 1).flatMap((second, next) => {
      const column = row + 1 + next
      const isJudged = judged(matrix, { row, column }) ?? judged(matrix, { row: column, column: row })
      return isJudged === null ? [{ first, second }] : []
    }),
  )
}

function outsideScale(matrix: JudgementMatrix, children: readonly string[]): ExpertWeights['outsideScale'] {
  return judgementFaults(matrix, options).flatMap((fault) =>
    fault.kind === 'outsideScale'
      ? [{ first: children[fault.row] ?? '', second: children[fault.column] ?? '', judgement: fault.value }]
      : [],
  )
}
