/** Digits after the point in documents that people read. */
const unit = 1e-6

/** Weights in millionths that still add up to 1: what rounding leaves over goes to those that lost most by it. */
export function roundedWeights(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const exact = weights.map((weight) => weight / sum / unit)
  const floors = exact.map(Math.floor)
  const left = Math.round(1 / unit - floors.reduce((total, floor) => total + floor, 0))
  const losers = [...exact.keys()].toSorted(
    (a, b) => (exact[b] ?? 0) - (floors[b] ?? 0) - ((exact[a] ?? 0) - (floors[a] ?? 0)) || a - b,
  )
  const raised = new Set(losers.slice(0, left))
  return floors.map((floor, index) => Number(((floor + Number(raised.has(index))) * unit).toFixed(6)))
}
