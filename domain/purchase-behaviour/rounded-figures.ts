import { PurchaseBehaviour } from '@vitalfew/contract/behaviour-run.ts'

const digits = 9

/** Behaviour with every figure to nine digits: sums of doubles depend on their order, and a run gives the same bytes. */
export function roundedFigures(behaviour: PurchaseBehaviour): PurchaseBehaviour {
  return PurchaseBehaviour.parse(rounded(behaviour))
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(digits))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rounded(item)]))
}
