export type Cuts = [number, number]

/** Cut-offs as the slider has them: whole per cent. */
export function percentsOf(cuts: Cuts): [number, number] {
  return [Math.round(cuts[0] * 100), Math.round(cuts[1] * 100)]
}

/** Two cut-offs out of a slider: in order, apart, and neither nothing nor everything. */
export function cutsOf(percents: readonly number[]): Cuts {
  const [low = 80, high = 95] = percents.toSorted((a, b) => a - b).map((percent) => Math.min(99, Math.max(1, percent)))
  const first = Math.min(low, 98)
  return [first / 100, Math.max(high, first + 1) / 100]
}
