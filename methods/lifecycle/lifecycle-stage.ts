import { requireInteger } from '../arguments/require-integer.ts'
import { requireSameLength } from '../arguments/require-same-length.ts'
import { median } from '../metrics/median.ts'
import { orderGaps } from '../metrics/order-gaps.ts'
import { isGrowing } from './is-growing.ts'
import { fewestPurchaseDays } from './portfolio-cycle.ts'

export type LifecycleStage = 'prospect' | 'new' | 'growing' | 'mature' | 'slipping' | 'dormant' | 'lost' | 'wonBack'

/** What an account did before asOf. Days since 1970-01-01. */
export interface PurchaseHistory {
  /** Distinct days with a sale line, strictly ascending, all before asOf. */
  readonly purchaseDays: ArrayLike<number>
  /** Revenue of the sale lines of each of those days, in micro-units. */
  readonly purchaseRevenues: ArrayLike<bigint>
  /** Count of return lines. */
  readonly returnLines: number
}

export interface LifecycleContext {
  /** Days since 1970-01-01. */
  readonly asOf: number
  /** Days, as {@link portfolioCycle} gives it. */
  readonly portfolioCycleDays: number
  /** No cycle is taken to be shorter; 7 where absent. */
  readonly minimumCycleDays?: number
}

export interface LifecycleState {
  readonly stage: LifecycleStage
  /** The usual days between two purchases that the account was judged by. */
  readonly cycleDays: number
  /** Days since the last purchase in units of the cycle; null when it never bought. */
  readonly silence: number | null
  /** Day on which the stage began; null for prospects and for accounts known by returns only. */
  readonly stageSince: number | null
  /** Whole months (30.4375 days) from then to asOf; null where `stageSince` is. */
  readonly monthsInStage: number | null
}

const daysPerMonth = 30.4375

/**
 * Stage of an account in its life with us, measured in its own rhythm.
 *
 * The cycle is the account's median gap when it has at least three purchase days, else the portfolio's; never below the
 * minimum. The first of these that holds: prospect (never bought and never returned), lost (silent for more than 8
 * cycles, or known by returns only), dormant (more than 4), slipping (more than 2), wonBack (the last gap was longer
 * than 8 cycles, where the cycle of an account with three purchase days leaves that gap out), new (fewer than three
 * purchase days), growing (see {@link isGrowing}), mature.
 *
 * The stage began: for lost, dormant and slipping when the silence reached 8, 4, 2 cycles; for wonBack with the last
 * purchase; for new with the first; for growing and mature at the start of the unbroken activity, which is the latest
 * purchase after a gap of more than 2 cycles, and not before the third purchase day.
 *
 * @throws RangeError when the days do not ascend, do not lie before asOf, differ in number from the revenues, or when
 * a cycle is not above 0
 * Source: the definition of this product.
 * @example
 * lifecycleStage({ purchaseDays: [0, 30, 60], purchaseRevenues: [9n, 9n, 9n], returnLines: 0 }, { asOf: 61, portfolioCycleDays: 90 }).stage // 'mature'
 * lifecycleStage({ purchaseDays: [0, 30, 60], purchaseRevenues: [9n, 9n, 9n], returnLines: 0 }, { asOf: 400, portfolioCycleDays: 90 }) // { stage: 'lost', cycleDays: 30, silence: 340 / 30, stageSince: 300, monthsInStage: 3 }
 * lifecycleStage({ purchaseDays: [], purchaseRevenues: [], returnLines: 0 }, { asOf: 61, portfolioCycleDays: 90 }).stage // 'prospect'
 */
export function lifecycleStage(history: PurchaseHistory, context: LifecycleContext): LifecycleState {
  requireContext(context)
  requireHistory(history, context.asOf)

  const gaps = orderGaps(history.purchaseDays)
  const cycleDays = cycleOf(gaps, context)
  const firstOrder = history.purchaseDays[0]
  const lastOrder = history.purchaseDays[gaps.length]
  if (firstOrder === undefined || lastOrder === undefined) {
    const stage = history.returnLines > 0 ? 'lost' : 'prospect'
    return { stage, cycleDays, silence: null, stageSince: null, monthsInStage: null }
  }

  const silence = (context.asOf - lastOrder) / cycleDays
  const began = (stage: LifecycleStage, stageSince: number): LifecycleState => {
    const monthsInStage = Math.max(0, Math.floor((context.asOf - stageSince) / daysPerMonth))
    return { stage, cycleDays, silence, stageSince, monthsInStage }
  }
  if (silence > 8) return began('lost', lastOrder + Math.ceil(8 * cycleDays))
  if (silence > 4) return began('dormant', lastOrder + Math.ceil(4 * cycleDays))
  if (silence > 2) return began('slipping', lastOrder + Math.ceil(2 * cycleDays))
  if (cameBack(gaps, context)) return began('wonBack', lastOrder)
  if (history.purchaseDays.length < fewestPurchaseDays) return began('new', firstOrder)

  const growing = isGrowing(history, { asOf: context.asOf, cycleDays })
  return began(growing ? 'growing' : 'mature', startOfActivity(history.purchaseDays, { gaps, cycleDays }))
}

function requireContext({ asOf, portfolioCycleDays, minimumCycleDays = 7 }: LifecycleContext): void {
  requireInteger('asOf', asOf)
  for (const [name, days] of Object.entries({ portfolioCycleDays, minimumCycleDays })) {
    if (!(days > 0 && days < Infinity)) throw new RangeError(`${name} must be above 0 and finite, got ${days}`)
  }
}

function requireHistory({ purchaseDays, purchaseRevenues }: PurchaseHistory, asOf: number): void {
  requireSameLength('purchaseRevenues', { expected: purchaseDays.length, actual: purchaseRevenues.length })
  const last = purchaseDays[purchaseDays.length - 1]
  if (last !== undefined && last >= asOf) {
    throw new RangeError(`purchaseDays must lie before asOf ${asOf}, got ${last}`)
  }
}

/** The median of the gaps where there are enough to speak of a rhythm, else the portfolio's; clamped from below. */
function cycleOf(gaps: readonly number[], context: LifecycleContext): number {
  const own = gaps.length >= fewestPurchaseDays - 1 ? median(gaps) : null
  return Math.max(own ?? context.portfolioCycleDays, context.minimumCycleDays ?? 7)
}

/** Whether the last gap was as long as the silence of a lost account, judged by the rhythm before that gap. */
function cameBack(gaps: readonly number[], context: LifecycleContext): boolean {
  const lastGap = gaps.at(-1)
  if (lastGap === undefined) return false
  const usual = gaps.length >= fewestPurchaseDays - 1 ? median(gaps.slice(0, -1)) : null
  return lastGap > 8 * Math.max(usual ?? context.portfolioCycleDays, context.minimumCycleDays ?? 7)
}

function startOfActivity(
  purchaseDays: ArrayLike<number>,
  rhythm: { readonly gaps: readonly number[]; readonly cycleDays: number },
): number {
  const afterLastBreak = rhythm.gaps.findLastIndex((gap) => gap > 2 * rhythm.cycleDays) + 1
  return purchaseDays[Math.max(afterLastBreak, fewestPurchaseDays - 1)] ?? 0
}
