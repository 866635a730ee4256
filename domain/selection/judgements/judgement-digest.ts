import { createHash } from 'node:crypto'
import { type Comparisons, partialComparisons } from '@vitalfew/methods/pairwise/comparisons.ts'
import { judgementTolerance } from './check-judgements.ts'
import { comparedNodes, isHierarchy, type JudgedPart, valuesOf } from './judged-part.ts'

/** SHA-256 of who judged what how. The order of files, people and criteria does not matter, nor does how numbers were written. */
export function judgementDigest(part: JudgedPart): string {
  const nodes = comparedNodes(part.tree)
  const experts = part.experts.map(({ name, department, matrices }) => {
    const judgements = nodes.flatMap(({ children }, index) => {
      const compared = partialComparisons(valuesOf(matrices[index] ?? []), { tolerance: judgementTolerance })
      return statements(compared, children)
    })
    return JSON.stringify([department, name, judgements.toSorted()])
  })
  const canonical = [
    part.criteria.toSorted(),
    isHierarchy(part) ? part.tree.map(({ name, parent }) => JSON.stringify([name, parent])).toSorted() : [],
    experts.toSorted(),
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex')
}

/** Each comparison once, with the more important criterion first. */
function statements({ size, values }: Comparisons, children: readonly string[]): string[] {
  return children.flatMap((first, row) =>
    children.flatMap((second, column) => {
      const value = values[row * size + column] ?? 0
      const isTold = value > 1 || (value === 1 && first < second)
      return isTold ? [JSON.stringify([first, second, value.toPrecision(12)])] : []
    }),
  )
}
