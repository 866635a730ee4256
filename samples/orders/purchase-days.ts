import type { AccountPlan } from '../company/account-plans.ts'
import { asOfDay, businessDayFrom, businessDayUntil, dayOf, firstDay, lastDay } from '../calendar.ts'
import type { SeededRandom } from '../seeded-random.ts'

const gapSigma = { X: 0.14, Y: 0.35, Z: 0.6 } as const

/** The days on which an account orders, ascending; empty for those that never buy. */
export function purchaseDays(plan: AccountPlan, random: SeededRandom): number[] {
  const cycleDays = 365.25 / plan.ordersPerYear
  const sigma = plan.demand === null ? 0.3 : gapSigma[plan.demand]
  const walk = (start: number, end: number) => regularDays({ start, end, cycleDays, sigma, random })
  const cyclesAgo = (low: number, high: number) =>
    businessDayUntil(asOfDay - Math.round(random.between(low, high) * cycleDays))
  switch (plan.behaviour) {
    case 'steady':
    case 'declining':
      return walk(earlyStart(random, random.chance(0.75) ? 80 : 700), lastDay)
    case 'growing':
      return walk(earlyStart(random, random.chance(0.5) ? 80 : 800), lastDay)
    case 'slipping':
      return endingOn(walk(earlyStart(random, 400), lastDay), cyclesAgo(2.2, 3.7))
    case 'dormant':
      return endingOn(walk(earlyStart(random, 120), lastDay), cyclesAgo(4.3, 7.4))
    case 'lost':
      return endingOn(walk(earlyStart(random, 60), lastDay), cyclesAgo(8.6, 15))
    case 'wonBack': {
      const comeback = cyclesAgo(0.1, 1.6)
      const silence = Math.round(random.between(8.6, 14) * cycleDays)
      return [...endingOn(walk(earlyStart(random, 60), lastDay), businessDayUntil(comeback - silence)), comeback]
    }
    case 'wonBackEarlier': {
      const comeback = cyclesAgo(5, 8)
      const silence = Math.round(random.between(8.5, 10) * cycleDays)
      const before = endingOn(walk(earlyStart(random, 30), lastDay), businessDayUntil(comeback - silence))
      return [...before, ...walk(comeback, lastDay)]
    }
    case 'newcomer':
      return fewDays(dayOf('2025-11-12'), lastDay, random)
    case 'oneTime':
      return fewDays(dayOf('2023-02-06'), dayOf('2024-01-31'), random)
    case 'fullyReturned':
      return [businessDayFrom(random.integer(dayOf('2023-03-01'), dayOf('2024-01-31')))]
    case 'returnsOnly':
    case 'cancelledOnly':
    case 'prospect':
      return []
  }
}

function earlyStart(random: SeededRandom, withinDays: number): number {
  return businessDayFrom(firstDay + random.integer(0, withinDays))
}

interface Walk {
  readonly start: number
  readonly end: number
  readonly cycleDays: number
  readonly sigma: number
  readonly random: SeededRandom
}

function regularDays({ start, end, cycleDays, sigma, random }: Walk): number[] {
  const days: number[] = []
  for (let day = businessDayFrom(start); day <= end;) {
    days.push(day)
    day = businessDayFrom(day + Math.max(1, Math.round(cycleDays * random.logNormal(sigma))))
  }
  return days
}

function endingOn(days: readonly number[], end: number): number[] {
  return [...days.filter((day) => day < end), end]
}

/** One day, or two within two months. */
function fewDays(low: number, high: number, random: SeededRandom): number[] {
  const first = businessDayFrom(random.integer(low, high - 3))
  const second = businessDayUntil(Math.min(high, first + random.integer(5, 60)))
  return random.chance(0.5) && second > first ? [first, second] : [first]
}
