interface Group {
  readonly abcClass: string
  readonly stage: string
  readonly tier: string
  readonly previousTier: string
  readonly level: string
  readonly accounts: number
  readonly netRevenue: number
  readonly valueAtRisk: number | null
}

interface Sum {
  readonly accounts: number
  readonly netRevenue: number
  readonly valueAtRisk: number | null
}

/** Groups of accounts added up by what they have in common. */
export function sumsBy(groups: readonly Group[], by: (group: Group) => string): Map<string, Sum> {
  return new Map([...Map.groupBy(groups, by)].map(([value, rows]) => [value, added(rows)]))
}

/** Amounts are added as thousandths, which doubles add exactly. */
export function added(groups: readonly Group[]): Sum {
  const known = groups.flatMap(({ valueAtRisk }) => (valueAtRisk === null ? [] : [valueAtRisk]))
  return {
    accounts: groups.reduce((sum, { accounts }) => sum + accounts, 0),
    netRevenue: exactSum(groups.map(({ netRevenue }) => netRevenue)),
    valueAtRisk: known.length === 0 ? null : exactSum(known),
  }
}

function exactSum(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 1000), 0) / 1000
}
