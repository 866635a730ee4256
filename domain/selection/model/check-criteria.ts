import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Normalization, SelectionCriterion, SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { checkMetric } from './check-metric.ts'

/** Metrics are known, scales rise, and what has to stand in an order does. */
export function checkCriteria({ criteria }: Pick<SelectionModel, 'criteria'>, file: string): void {
  for (const [index, criterion] of criteria.entries()) {
    const path = `criteria[${index}]`
    const { metric, normalization, actionable = {} } = criterion
    if (metric !== undefined) checkMetric(metric, { path: `${path}.metric`, file })
    for (const row of [...rowsOf(normalization), ...anchorRows(criterion)]) checkOrder(row, { path, file })
    const { minimum, maximum } = actionable
    if (minimum !== undefined && maximum !== undefined) {
      checkOrder({ part: 'actionable', names: ['minimum', 'maximum'], numbers: [minimum, maximum] }, { path, file })
    }
  }
}

interface Row {
  readonly part: string
  /** What the document calls the numbers. */
  readonly names: readonly string[]
  readonly numbers: readonly number[]
  /** Whether two neighbours may not be the same. */
  readonly isStrict?: boolean
}

function rowsOf(rule: Normalization | undefined): Row[] {
  if (rule === undefined) return []
  if (rule.method === 'target') {
    const { lowest, from, to, highest } = rule
    const names = ['lowest', 'from', 'to', 'highest']
    return [{ part: 'normalization', names, numbers: [lowest, from, to, highest] }]
  }
  if (rule.method === 'piecewise') {
    const names = rule.points.map((_, point) => `points[${point}].figure`)
    return [{ part: 'normalization', names, numbers: rule.points.map(({ figure }) => figure), isStrict: true }]
  }
  if (rule.caps === undefined) return []
  return [{ part: 'normalization.caps', names: ['low', 'high'], numbers: [rule.caps.low, rule.caps.high] }]
}

/** Anchors may come in any order; two of the same score cannot both be meant. */
function anchorRows({ scale }: SelectionCriterion): Row[] {
  if (scale === undefined) return []
  const sorted = [...scale.anchors.entries()].toSorted(([, a], [, b]) => a.score - b.score)
  const names = sorted.map(([place]) => `anchors[${place}].score`)
  return [{ part: 'scale', names, numbers: sorted.map(([, { score }]) => score), isStrict: true }]
}

function checkOrder(
  { part, names, numbers, isStrict = false }: Row,
  { path, file }: { readonly path: string; readonly file: string },
): void {
  const isWrong = numbers.some((number, i) => {
    const before = numbers[i - 1] ?? Number.NEGATIVE_INFINITY
    return isStrict ? number <= before : number < before
  })
  if (!isWrong) return
  const [order, values] = [names.join(isStrict ? ' < ' : ' ≤ '), numbers.join(', ')]
  throw new ProductError('model.order', { file, path: `${path}.${part}`, order, values })
}
