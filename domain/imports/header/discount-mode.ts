import { parseAmount } from '../values/parse-amount.ts'

/** What a discount says: a fraction of the price (0.15), a percentage of it (15), or money to take off. */
export type DiscountMode = 'fraction' | 'percent' | 'money' | null

export function discountMode(header: string, samples: readonly string[]): DiscountMode {
  if (samples.some((value) => /[%％]\s*$/.test(value))) return 'percent'
  const values = samples.flatMap((value) => {
    const micros = parseAmount(value, '.')
    return micros === null ? [] : [Number(micros) / 1e6]
  })
  const largest = values.reduce((one, other) => Math.max(one, other), 0)
  const named = header.normalize('NFKC').toLowerCase()
  if (/金额|额$|amount|amt|value/.test(named)) return 'money'
  const given = values.filter((value) => value !== 0)
  if (given.filter((value) => value <= 1).length * 2 >= given.length) return 'fraction'
  if (largest <= 100) return 'percent'
  return 'money'
}
