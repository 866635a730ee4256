import { JudgementFile } from '@vitalfew/contract/judgements.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { mostCriteria } from '@vitalfew/methods/pairwise/judgement-matrix.ts'
import { checkHierarchy } from './check-hierarchy.ts'
import {
  type ComparedNode,
  comparedNodes,
  type ExpertJudgements,
  flatTree,
  type JudgedCell,
  type JudgedMatrix,
  type JudgedPart,
} from './judged-part.ts'
import { parseJudgement } from './parse-judgement.ts'

/**
 * Judgements of a JSON file.
 *
 * @throws ProductError `judgements.*` with the place in the document; a key that nothing would read is one of them
 */
export function jsonJudgements(text: string, source: string): JudgedPart {
  const document = parsed(text, source)
  const { criteria, tree = flatTree(criteria), titles = {} } = document
  checkCriteria(criteria, source)
  if (document.tree !== undefined) checkHierarchy(tree, { criteria, source })
  if (document.experts.length === 0) throw new ProductError('judgements.empty', { file: source, place: 'experts' })
  const experts = document.experts.map((expert, index) => expertOf(expert, { index, tree, criteria, source, document }))
  return { source, criteria, titles: new Map(Object.entries(titles)), tree, experts }
}

/** @throws ProductError where there are too many criteria, or one twice */
export function checkCriteria(criteria: readonly string[], file: string): void {
  const twice = criteria.find((criterion, index) => criteria.indexOf(criterion) < index)
  if (twice !== undefined) throw new ProductError('judgements.criterionTwice', { file, criterion: twice })
  if (criteria.length <= mostCriteria) return
  throw new ProductError('judgements.tooManyCriteria', { file, count: criteria.length, limit: mostCriteria })
}

function parsed(text: string, file: string): JudgementFile {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (cause) {
    throw new ProductError('judgements.unknownFormat', { file }, { cause })
  }
  const result = JudgementFile.safeParse(document)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = placeOf(issue?.path ?? [])
  // What nobody would look at is hardly ever what was meant.
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    throw new ProductError('judgements.unknownKey', { file, path, key }, { cause: result.error })
  }
  throw new ProductError('judgements.shape', { file, path }, { cause: result.error })
}

function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
  )
  return parts.join('') || '{ }'
}

interface ExpertPlace extends Pick<JudgedPart, 'source' | 'criteria' | 'tree'> {
  readonly index: number
  readonly document: JudgementFile
}

function expertOf(expert: JudgementFile['experts'][number], around: ExpertPlace): ExpertJudgements {
  const { index, tree, criteria, source, document } = around
  const path = `experts[${index}]`
  const matrices = comparedNodes(tree).map((node) => {
    const isFlat = document.tree === undefined
    const written = isFlat ? expert.matrix : expert.matrices?.[node.parent]
    if (written === undefined) {
      const place = isFlat ? `${path}.matrix` : `${path}.matrices`
      throw new ProductError('judgements.matrixMissing', {
        file: source,
        expert: expert.name,
        place,
        node: node.parent,
      })
    }
    const place = isFlat ? `${path}.matrix` : `${path}.matrices.${node.parent}`
    return matrixOf(written, { place, node, source, expert: expert.name })
  })
  const reasons = expert.reasons ?? []
  for (const [at, { first, second }] of reasons.entries()) {
    const names = new Set([...criteria, ...tree.map(({ name }) => name)])
    for (const criterion of [first, second]) {
      if (names.has(criterion)) continue
      const place = `${path}.reasons[${at}]`
      throw new ProductError('judgements.unknownCriterion', {
        file: source,
        place,
        criterion,
        criteria: criteria.join(', '),
      })
    }
  }
  const department = expert.department ?? source.replace(/\.[^.]*$/, '')
  return { name: expert.name, department, source, matrices, reasons, halfAnswered: [] }
}

interface MatrixPlace {
  readonly place: string
  readonly node: ComparedNode
  readonly source: string
  readonly expert: string
}

function matrixOf(
  written: readonly (readonly (number | string | null)[])[],
  { place, node, source, expert }: MatrixPlace,
): JudgedMatrix {
  return written.map((cells, row) =>
    cells.map((cell, column): JudgedCell => {
      const at = `${place}[${row}][${column}]`
      const value = parseJudgement(cell)
      if (value !== undefined) return { value, place: at }
      const [first = '', second = ''] = [node.children[row], node.children[column]]
      const details = { file: source, expert, place: at, first, second, value: String(cell) }
      throw new ProductError('judgements.notAJudgement', details)
    }),
  )
}
