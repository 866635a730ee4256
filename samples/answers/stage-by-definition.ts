import { asOfDay } from '../calendar.ts'
import type { Stage } from '../company/behaviours.ts'

/** What the life cycle looks at: the sale lines of one account by day, and whether a return is known. */
export interface PurchaseRecord {
  /** Day → net revenue of its sale lines in cents, days ascending. */
  readonly saleCentsByDay: ReadonlyMap<number, number>
  readonly hasReturns: boolean
}

/** The stage of an account on the as-of day, written straight from the definition. */
export function stageByDefinition(record: PurchaseRecord, portfolioCycleDays: number): Stage {
  const days = [...record.saleCentsByDay.keys()]
  const last = days.at(-1)
  if (last === undefined) return record.hasReturns ? 'lost' : 'prospect'
  const gaps = gapsOf(days)
  const cycle = Math.max(7, days.length >= 3 ? median(gaps) : portfolioCycleDays)
  const silence = (asOfDay - last) / cycle
  if (silence > 8) return 'lost'
  if (silence > 4) return 'dormant'
  if (silence > 2) return 'slipping'
  if (cameBack(gaps, { days: days.length, portfolioCycleDays })) return 'wonBack'
  if (days.length < 3) return 'new'
  const window = (from: number, to: number) => {
    let sum = 0
    for (const [day, cents] of record.saleCentsByDay) if (day >= from && day < to) sum += cents
    return sum
  }
  const near = asOfDay - Math.floor(4 * cycle + 0.5)
  const recent = window(near, asOfDay)
  const far = asOfDay - Math.floor(8 * cycle + 0.5)
  const before = window(far, near)
  return (days[0] ?? asOfDay) <= far && recent > 0 && before > 0 && recent >= 1.25 * before ? 'growing' : 'mature'
}

/** Median over accounts with three or more purchase days of their median gap; 90 when there is none. */
export function portfolioCycle(records: readonly PurchaseRecord[]): number {
  const days = records.map(({ saleCentsByDay }) => [...saleCentsByDay.keys()])
  const medians = days.filter((each) => each.length >= 3).map((each) => median(gapsOf(each)))
  return medians.length === 0 ? 90 : median(medians)
}

function cameBack(
  gaps: readonly number[],
  { days, portfolioCycleDays }: { days: number; portfolioCycleDays: number },
): boolean {
  const lastGap = gaps.at(-1)
  if (lastGap === undefined) return false
  const usual = Math.max(7, days >= 3 ? median(gaps.slice(0, -1)) : portfolioCycleDays)
  return lastGap > 8 * usual
}

function gapsOf(days: readonly number[]): number[] {
  return days.slice(1).map((day, index) => day - (days[index] ?? day))
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
