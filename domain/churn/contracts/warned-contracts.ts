/** From here on a contract is warned about whatever the others are like. */
const likely = 0.5

/**
 * Which of some contracts are warned about: those more likely to end than not, and besides them the likeliest ones, as many
 * as are expected to end. Where one in fifteen is lost nobody reaches one half, and still fifteen have a likeliest.
 *
 * @param risks probability of each to end within the horizon
 */
export function warnedContracts(risks: ArrayLike<number>): Uint8Array {
  const order = Uint32Array.from({ length: risks.length }, (_, index) => index)
  order.sort((one, other) => (risks[other] ?? 0) - (risks[one] ?? 0) || one - other)
  const expected = Math.round(order.reduce((sum, index) => sum + (risks[index] ?? 0), 0))
  const warned = new Uint8Array(risks.length)
  order.forEach((index, rank) => {
    const risk = risks[index] ?? 0
    warned[index] = Number(risk >= likely || (rank < expected && risk > 0))
  })
  return warned
}
