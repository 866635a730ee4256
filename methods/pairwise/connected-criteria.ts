import type { JudgementMatrix } from './judgement-matrix.ts'

/**
 * Groups of criteria that hang together by comparisons, directly or over others.
 *
 * @param matrix square
 * @returns places of the criteria, ascending; one group where a common scale exists
 * @example
 * connectedCriteria([[1, 2, null], [0.5, 1, null], [null, null, 1]]) // [[0, 1], [2]]
 */
export function connectedCriteria(matrix: JudgementMatrix): number[][] {
  const seen = new Set<number>()
  const groups: number[][] = []
  for (const start of matrix.keys()) {
    if (seen.has(start)) continue
    const group = groupAround(matrix, start)
    for (const criterion of group) seen.add(criterion)
    groups.push(group)
  }
  return groups
}

function groupAround(matrix: JudgementMatrix, start: number): number[] {
  const group = new Set([start])
  // A set gives what is added while it is gone through, too.
  for (const criterion of group) {
    for (const other of matrix.keys()) if (isCompared(matrix, { criterion, other })) group.add(other)
  }
  return [...group].sort((a, b) => a - b)
}

function isCompared(matrix: JudgementMatrix, { criterion, other }: { criterion: number; other: number }): boolean {
  return (matrix[criterion]?.[other] ?? matrix[other]?.[criterion] ?? null) !== null
}
