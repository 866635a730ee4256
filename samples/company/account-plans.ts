import { exponential } from '../exponential.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { itemAt } from '../seeded-random.ts'
import type { Behaviour, Demand } from './behaviours.ts'
import { behaviourNames, behaviours, isActive } from './behaviours.ts'

/** What is decided about an account before it buys anything. */
export interface AccountPlan {
  /** 0 for the largest. */
  readonly rank: number
  readonly behaviour: Behaviour
  /** Steadiness planted; null where the behaviour decides it. */
  readonly demand: Demand | null
  /** Yearly revenue while active, at list level of 2023. */
  readonly yearlyCents: number
  readonly ordersPerYear: number
  /** Fraction off the list price: what makes margins differ. */
  readonly discount: number
  readonly returnProbability: number
}

/** The largest accounts tell a story each: a giant that slips, one that declines, one that came back. */
const topBehaviours: readonly Behaviour[] = [
  'steady',
  'growing',
  'steady',
  'slipping',
  'steady',
  'declining',
  'growing',
  'steady',
  'steady',
  'dormant',
  'growing',
  'steady',
  'steady',
  'wonBack',
  'steady',
  'slipping',
  'growing',
  'steady',
  'lost',
  'declining',
]

/** Behaviours of one or two small orders; a large account does not have them. */
const smallOnly: readonly Behaviour[] = [
  'newcomer',
  'oneTime',
  'fullyReturned',
  'returnsOnly',
  'cancelledOnly',
  'prospect',
]

/** From the largest account to the smallest. */
export function accountPlans(random: SeededRandom): AccountPlan[] {
  const order = behavioursBySize(random)
  const sizes = order.map(() => yearlyYuan(random)).toSorted((a, b) => b - a)
  return order.map((behaviour, rank) => {
    const ordersPerYear = yearlyOrders(rank, { behaviour, random })
    return {
      rank,
      behaviour,
      demand: isActive(behaviour) ? plantedDemand(ordersPerYear, { behaviour, random }) : null,
      yearlyCents: Math.round(itemAt(sizes, rank) * 100),
      ordersPerYear,
      discount: discountFor(rank, random),
      returnProbability: random.chance(0.03) ? 0.08 : 0.013,
    }
  })
}

function behavioursBySize(random: SeededRandom): Behaviour[] {
  const pool = behaviourNames.flatMap((name) => Array<Behaviour>(behaviours[name].accounts).fill(name))
  for (const taken of topBehaviours) pool.splice(pool.indexOf(taken), 1)
  const rest = random.shuffled(pool)
  const large = rest.filter((name) => !smallOnly.includes(name)).slice(0, 70)
  for (const taken of large) rest.splice(rest.indexOf(taken), 1)
  return [...topBehaviours, ...large, ...rest]
}

/** Log-normal sizes are what makes a fifth of the accounts four fifths of the revenue. */
function yearlyYuan(random: SeededRandom): number {
  const size = Math.min(2.6, random.normal())
  return 78_000 * exponential(1.66 * size)
}

function yearlyOrders(rank: number, { behaviour, random }: { behaviour: Behaviour; random: SeededRandom }): number {
  // Silence is measured in purchase cycles: three years must hold a history and eight or more cycles of silence.
  const slowest = ['dormant', 'lost', 'wonBack', 'wonBackEarlier'].includes(behaviour) ? 7.5 : 3.6
  if (rank < 20) return random.between(26, 41)
  if (rank < 85) return random.between(12, 25)
  if (rank < 220) return random.between(Math.max(slowest, 6), 12)
  return random.between(slowest, Math.max(slowest + 1, 7))
}

function plantedDemand(
  ordersPerYear: number,
  { behaviour, random }: { behaviour: Behaviour; random: SeededRandom },
): Demand {
  if (ordersPerYear >= 20) return behaviour === 'steady' || random.chance(0.6) ? 'X' : 'Y'
  if (ordersPerYear >= 12) return random.chance(behaviour === 'steady' ? 0.45 : 0.2) ? 'X' : 'Y'
  return ordersPerYear >= 7 && random.chance(0.6) ? 'Y' : 'Z'
}

function discountFor(rank: number, random: SeededRandom): number {
  // A few accounts buy at or below cost: large in revenue, nothing in profit.
  if (rank > 2 && random.chance(0.035)) return random.between(0.36, 0.46)
  return rank < 60 ? random.between(0.08, 0.28) : random.between(0, 0.16)
}
