import { ProductError } from '@vitalfew/contract/errors.ts'
import { comparedNodes, type ExpertJudgements, type JudgedMatrix, type JudgedPart, titleOf } from './judged-part.ts'

/**
 * Judgements of several files and sheets as one; all about the same criteria, in whatever order.
 *
 * @throws ProductError `judgements.differentCriteria`, `judgements.expertTwice`
 */
export function mergeJudgements(parts: readonly JudgedPart[]): JudgedPart {
  const [first, ...others] = parts
  if (first === undefined) throw new RangeError('parts must have one, got none')
  const experts = [...first.experts, ...others.flatMap((part) => inOrderOf(first, part))]
  refuseTwice(experts)
  const titles = new Map(parts.toReversed().flatMap((part) => [...part.titles]))
  return { ...first, titles, experts }
}

function inOrderOf(first: JudgedPart, part: JudgedPart): ExpertJudgements[] {
  const wanted = comparedNodes(first.tree)
  const given = comparedNodes(part.tree)
  const differs = wanted.length !== given.length || part.criteria.length !== first.criteria.length
  const places = wanted.map(({ parent, children }) => {
    const at = given.findIndex((node) => node.parent === parent)
    const found = given[at]?.children ?? []
    return { at, order: children.map((name) => found.indexOf(name)), size: found.length }
  })
  if (differs || places.some(({ order, size }) => order.includes(-1) || order.length !== size)) {
    throw new ProductError('judgements.differentCriteria', {
      file: part.source,
      other: first.source,
      criteria: part.criteria.map((name) => titleOf(part, name)).join(', '),
      expected: first.criteria.map((name) => titleOf(first, name)).join(', '),
    })
  }
  return part.experts.map((expert) => ({
    ...expert,
    matrices: places.map(({ at, order }) => reordered(expert.matrices[at] ?? [], order)),
  }))
}

function reordered(matrix: JudgedMatrix, order: readonly number[]): JudgedMatrix {
  return order.map((row) => order.map((column) => matrix[row]?.[column] ?? { value: null, place: '' }))
}

function refuseTwice(experts: readonly ExpertJudgements[]): void {
  const seen = new Map<string, ExpertJudgements>()
  for (const expert of experts) {
    const { name, department } = expert
    const key = JSON.stringify([name, department].map((text) => text.normalize('NFKC').trim()))
    const other = seen.get(key)
    if (other !== undefined) {
      const details = { expert: name, department, file: expert.source, other: other.source }
      throw new ProductError('judgements.expertTwice', details)
    }
    seen.set(key, expert)
  }
}
