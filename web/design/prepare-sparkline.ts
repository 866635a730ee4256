export interface Sparkline {
  line: string
  area: string
  /** Where the last value stands. */
  end: { x: number; y: number }
  /** Height of zero, where something is negative; null when all is above it. */
  zero: number | null
}

/** A small line of amounts over time in a box of `width` × `height`; zero is always in view. */
export function prepareSparkline(amounts: readonly number[], box: { width: number; height: number }): Sparkline | null {
  if (amounts.length < 2 || amounts.every((amount) => amount === 0)) return null
  const high = Math.max(0, ...amounts)
  const low = Math.min(0, ...amounts)
  const inset = 2
  const x = (index: number) => round(inset + ((box.width - 2 * inset) * index) / (amounts.length - 1))
  const y = (amount: number) => round(inset + ((box.height - 2 * inset) * (high - amount)) / (high - low))
  const points = amounts.map((amount, index) => `${x(index)},${y(amount)}`)
  const last = amounts.length - 1
  return {
    line: `M${points.join('L')}`,
    area: `M${x(0)},${y(0)}L${points.join('L')}L${x(last)},${y(0)}Z`,
    end: { x: x(last), y: y(amounts[last] ?? 0) },
    zero: low < 0 ? y(0) : null,
  }
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
