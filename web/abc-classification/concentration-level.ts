export type GiniLevel = 'even' | 'moderate' | 'strong' | 'extreme'
export type HhiLevel = 'low' | 'moderate' | 'high'

/** How unevenly the accounts carry the business, in a word a sales director would use. */
export function giniLevel(gini: number): GiniLevel {
  if (gini < 0.4) return 'even'
  if (gini < 0.6) return 'moderate'
  return gini < 0.8 ? 'strong' : 'extreme'
}

/** The bounds of 1000 and 1800 points are those of the US merger guidelines of 2023, here as fractions. */
export function hhiLevel(hhi: number): HhiLevel {
  if (hhi < 0.1) return 'low'
  return hhi < 0.18 ? 'moderate' : 'high'
}

/** As many accounts of equal size would be as concentrated; null where there is no revenue. */
export function equalAccounts(hhi: number): number | null {
  return hhi > 0 ? 1 / hhi : null
}
