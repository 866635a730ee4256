import { requireInteger } from '../arguments/require-integer.ts'
import { fewestPurchaseDays } from '../lifecycle/portfolio-cycle.ts'
import { median } from '../metrics/median.ts'
import { orderGaps } from '../metrics/order-gaps.ts'
import { requirePositive } from '../special-functions/require-positive.ts'
import { silenceLimit } from './silence-limit.ts'

/** A day on which an account bought or sent back. Days since 1970-01-01; money in any one unit. */
export interface ConductDay {
  readonly day: number
  /** Whether anything was sold on it. */
  readonly bought: boolean
  readonly sold: number
  /** Sent back, at least 0. */
  readonly returned: number
  /** Categories sold on it (products where they have no category). */
  readonly categories: readonly string[]
}

/** How an account conducts itself lately, beside what was usual. Null = not defined for it. */
export interface ConductFigures {
  /** Distinct days with a sale. */
  readonly purchases: number
  readonly firstPurchase: number | null
  readonly lastPurchase: number | null
  /** Sum of the logarithms of the gaps between purchases. */
  readonly logGaps: number
  /** The usual days between purchases: its own, or the portfolio's where it has fewer than three purchase days. */
  readonly cycleDays: number
  /** Whether its silence has passed {@link silenceLimit}. */
  readonly hasLeft: boolean
  /** Days since the last purchase. */
  readonly silenceDays: number | null
  readonly netRevenue: number
  /** Sold less returned within a year up to the day of judgement. */
  readonly yearlyRevenue: number
  /** Purchase days in the recent window and in the window before it. */
  readonly recentPurchases: number | null
  readonly usualPurchases: number | null
  /** Sales per purchase day in both windows. */
  readonly recentBasket: number | null
  readonly usualBasket: number | null
  /** Distinct categories bought in both windows. */
  readonly recentCategories: number | null
  readonly usualCategories: number | null
  /** Share of sales that was sent back in both windows. */
  readonly recentReturnRate: number | null
  readonly usualReturnRate: number | null
}

const shortestCycle = 7
const yearDays = 365

/**
 * Figures of an account as of a day, from which the signals of leaving are read.
 *
 * The two windows are equally long: six of its cycles, at least 90 days and at most 365. They are compared only where the
 * account was there when the earlier one began; baskets, categories and returns only where it bought in both. An account
 * that has left is judged as of the day after its last purchase: what it was like when it left.
 *
 * @param days ascending, distinct
 * @param context `asOf`: days from then on are not looked at; `portfolioCycleDays` as {@link portfolioCycle} gives it
 * @throws RangeError when the days do not ascend or the cycle is not above 0
 * Source: the definition of this product.
 * @example
 * conductFigures([{ day: 0, bought: true, sold: 8, returned: 0, categories: ['a'] }], { asOf: 30, portfolioCycleDays: 40 }).silenceDays // 30
 * conductFigures([], { asOf: 30, portfolioCycleDays: 40 }).lastPurchase // null
 * conductFigures([], { asOf: 30, portfolioCycleDays: 0 }) // throws RangeError
 */
export function conductFigures(
  days: readonly ConductDay[],
  { asOf, portfolioCycleDays }: { readonly asOf: number; readonly portfolioCycleDays: number },
): ConductFigures {
  requireInteger('asOf', asOf)
  requirePositive('portfolioCycleDays', portfolioCycleDays)
  orderGaps(days.map(({ day }) => day))
  const known = days.filter(({ day }) => day < asOf)
  const purchaseDays = known.filter(({ bought }) => bought).map(({ day }) => day)
  const gaps = orderGaps(purchaseDays)
  const own = purchaseDays.length >= fewestPurchaseDays ? Math.max(shortestCycle, median(gaps) ?? 0) : null
  const cycleDays = own ?? Math.max(shortestCycle, portfolioCycleDays)
  const firstPurchase = purchaseDays[0] ?? null
  const lastPurchase = purchaseDays.at(-1) ?? null
  const silenceDays = lastPurchase === null ? null : asOf - lastPurchase
  const hasLeft = silenceDays !== null && silenceDays > silenceLimit(own)
  const at = hasLeft && lastPurchase !== null ? lastPurchase + 1 : asOf
  const length = Math.ceil(Math.min(yearDays, Math.max(90, 6 * cycleDays)))
  const between = (from: number, to: number) => known.filter(({ day }) => day >= from && day < to)
  const wasThere = firstPurchase !== null && firstPurchase <= at - 2 * length
  return {
    purchases: purchaseDays.length,
    firstPurchase,
    lastPurchase,
    logGaps: gaps.reduce((sum, gap) => sum + Math.log(gap), 0),
    cycleDays,
    hasLeft,
    silenceDays,
    netRevenue: netRevenueOf(known),
    yearlyRevenue: netRevenueOf(between(at - yearDays, at)),
    ...comparedWindows(
      wasThere ? { recent: between(at - length, at), usual: between(at - 2 * length, at - length) } : null,
    ),
  }
}

type Windows = { readonly recent: readonly ConductDay[]; readonly usual: readonly ConductDay[] }

function comparedWindows(windows: Windows | null) {
  const recent = windows && windowFigures(windows.recent)
  const usual = windows && windowFigures(windows.usual)
  const inBoth = recent !== null && usual !== null && recent.purchases > 0 && usual.purchases > 0
  return {
    recentPurchases: recent?.purchases ?? null,
    usualPurchases: usual?.purchases ?? null,
    recentBasket: inBoth ? recent.sold / recent.purchases : null,
    usualBasket: inBoth ? usual.sold / usual.purchases : null,
    recentCategories: inBoth ? recent.categories : null,
    usualCategories: inBoth ? usual.categories : null,
    recentReturnRate: inBoth && recent.sold > 0 && usual.sold > 0 ? recent.returned / recent.sold : null,
    usualReturnRate: inBoth && recent.sold > 0 && usual.sold > 0 ? usual.returned / usual.sold : null,
  }
}

function windowFigures(days: readonly ConductDay[]) {
  return {
    purchases: days.filter(({ bought }) => bought).length,
    sold: days.reduce((sum, { sold }) => sum + sold, 0),
    returned: days.reduce((sum, { returned }) => sum + returned, 0),
    categories: new Set(days.flatMap(({ categories }) => categories)).size,
  }
}

function netRevenueOf(days: readonly ConductDay[]): number {
  return days.reduce((sum, { sold, returned }) => sum + sold - returned, 0)
}
