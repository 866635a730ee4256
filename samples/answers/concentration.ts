import { itemAt } from '../seeded-random.ts'

export interface RankedAmount {
  readonly key: string
  readonly cents: number
}

const cuts = { A: 0.8, B: 0.95 }

/** The largest first; equal amounts by key. */
export function ranked(amounts: readonly RankedAmount[]): RankedAmount[] {
  return amounts.filter(({ cents }) => cents > 0).toSorted((a, b) => b.cents - a.cents || (a.key < b.key ? -1 : 1))
}

/** Accounts and money in each class at the cuts 80 % and 95 %, and what is in no class. */
export function abcAnswers(amounts: readonly RankedAmount[]) {
  const classes = { A: { accounts: 0, amount: 0 }, B: { accounts: 0, amount: 0 }, C: { accounts: 0, amount: 0 } }
  const inOrder = ranked(amounts)
  const total = sum(inOrder)
  let cumulative = 0
  inOrder.forEach(({ cents }, index) => {
    cumulative += cents
    const share = Math.round((cumulative / total) * 1e12) / 1e12
    const name = index === 0 || share <= cuts.A ? 'A' : share <= cuts.B ? 'B' : 'C'
    classes[name].accounts += 1
    classes[name].amount += cents
  })
  const rest = amounts.filter(({ cents }) => cents <= 0)
  const answer = ({ accounts, amount }: { accounts: number; amount: number }) => ({
    accounts,
    amount: amount / 100,
    share: amount / total,
  })
  return {
    cuts: [cuts.A, cuts.B],
    A: answer(classes.A),
    B: answer(classes.B),
    C: answer(classes.C),
    unclassified: { accounts: rest.length, amount: sum(rest) / 100 },
  }
}

export function giniAnswer(amounts: readonly RankedAmount[]): number {
  const ascending = ranked(amounts).toReversed()
  const count = ascending.length
  const weighted = ascending.reduce((total, { cents }, index) => total + (2 * (index + 1) - count - 1) * cents, 0)
  return weighted / (count * sum(ascending))
}

export function hhiAnswer(amounts: readonly RankedAmount[]): number {
  const inOrder = ranked(amounts)
  const total = sum(inOrder)
  return inOrder.reduce((squares, { cents }) => squares + (cents / total) * (cents / total), 0)
}

export function topShareAnswers(amounts: readonly RankedAmount[]) {
  const inOrder = ranked(amounts)
  const total = sum(inOrder)
  return [1, 5, 10, 20].map((percent) => {
    const accounts = Math.max(1, Math.ceil((inOrder.length * percent) / 100))
    return { top: percent / 100, accounts, share: sum(inOrder.slice(0, accounts)) / total }
  })
}

export function largest(amounts: readonly RankedAmount[], count: number) {
  const inOrder = ranked(amounts)
  const total = sum(inOrder)
  return Array.from({ length: count }, (_, index) => itemAt(inOrder, index)).map(({ key, cents }) => ({
    key,
    netRevenue: cents / 100,
    share: cents / total,
  }))
}

function sum(amounts: readonly RankedAmount[]): number {
  return amounts.reduce((total, { cents }) => total + cents, 0)
}
