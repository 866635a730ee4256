export type Weights = Readonly<Record<string, number>>

/** Steps of a thousandth: fine enough to say, and they can be made to add up to 1 exactly. */
const steps = 1000

/** Weights in proportion to what is given, as thousandths that add up to 1; all alike where nothing weighs anything. */
export function evenWeights(given: Weights): Record<string, number> {
  const names = Object.keys(given)
  const total = names.reduce((sum, name) => sum + Math.max(0, given[name] ?? 0), 0)
  const exact = names.map((name) =>
    total > 0 ? (Math.max(0, given[name] ?? 0) / total) * steps : steps / names.length,
  )
  const whole = exact.map(Math.floor)
  const left = steps - whole.reduce((sum, part) => sum + part, 0)
  // The largest remainders get the thousandths that rounding down has left.
  const order = exact
    .map((part, place) => ({ place, rest: part - Math.floor(part) }))
    .toSorted((a, b) => b.rest - a.rest)
  for (const { place } of order.slice(0, left)) whole[place] = (whole[place] ?? 0) + 1
  return Object.fromEntries(names.map((name, place) => [name, (whole[place] ?? 0) / steps]))
}

/** One weight is set, and the others make room for it or take what it leaves, in their proportions. */
export function withWeight(
  weights: Weights,
  { name, weight }: { name: string; weight: number },
): Record<string, number> {
  const wanted = Math.round(Math.min(1, Math.max(0, weight)) * steps) / steps
  const others = Object.keys(weights).filter((other) => other !== name)
  if (others.length === 0) return { [name]: 1 }
  const rest = evenWeights(Object.fromEntries(others.map((other) => [other, weights[other] ?? 0])))
  const shared = Object.fromEntries(others.map((other) => [other, (rest[other] ?? 0) * (1 - wanted)]))
  const even = evenWeights({ ...shared, [name]: wanted })
  return Object.fromEntries(Object.keys(weights).map((known) => [known, even[known] ?? 0]))
}
