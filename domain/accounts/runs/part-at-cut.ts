import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import type { RankedPart } from './beside-cut.query.ts'
import type { ClassSums, RangeAtCut } from './range-at-cut.ts'
import { sumsOf } from './range-at-cut.ts'
import { beforePart, rankedSample } from './ranked-parts.query.ts'

export interface PartAtCut {
  readonly part: RankedPart
  /** All of the range that come before the part. */
  readonly before: ClassSums
  /** Whether it goes to the ends of the range. */
  readonly isFirst: boolean
  readonly isLast: boolean
}

/** A whole range as a part of itself. */
export function wholeRange({ smallest, largest }: Pick<RangeAtCut, 'smallest' | 'largest'>): PartAtCut {
  const part = { fromAmount: largest, fromName: '', toAmount: smallest - 1, toName: '' }
  return { part, before: sumsOf([]), isFirst: true, isLast: true }
}

/**
 * A small part of a large range that very likely has the cut-off in it: where hundreds of thousands of accounts come to the
 * same, only the few about the cut-off have to be put in order. Whoever uses it looks whether it does (Floyd and Rivest
 * 1975, "Expected time bounds for selection").
 */
export async function partAtCut(
  warehouse: Warehouse,
  range: RangeAtCut,
  of: { readonly runId: string; readonly column: string; readonly sample: number },
): Promise<PartAtCut> {
  const { runId, column, sample } = of
  const { smallest, largest, accounts, within, doubt } = range
  const stride = Math.max(1, Math.floor(accounts / sample))
  const looked = accounts / stride
  const aside = Math.ceil(4 * Math.sqrt(looked * within * (1 - within)) + doubt * looked + 1)
  const [fromPlace, toPlace] = [Math.floor(looked * within) - aside, Math.ceil(looked * within) + aside]
  const places = { fromPlace: Math.max(0, fromPlace), toPlace: Math.max(0, toPlace) }
  const [found] = await warehouse.rows(rankedSample(column), { runId, smallest, largest, stride, ...places })
  const [from, to] = found?.ends ?? []
  const whole = wholeRange(range)
  // Places from which nothing came have no name; no account is without one.
  const isFirst = from === undefined || from[1] === ''
  const isLast = to === undefined || to[1] === ''
  const part = {
    ...whole.part,
    ...(isFirst ? {} : { fromAmount: from[0], fromName: from[1] }),
    ...(isLast ? {} : { toAmount: to[0], toName: to[1] }),
  }
  if (isFirst) return { ...whole, part, isLast }
  const [before] = await warehouse.rows(beforePart(column), { runId, smallest, largest, ...part })
  return { part, before: before ?? sumsOf([]), isFirst, isLast }
}
