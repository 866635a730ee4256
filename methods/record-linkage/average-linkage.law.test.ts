import fc from 'fast-check'
import { expect, it } from 'vitest'
import { averageLinkage } from './average-linkage.ts'

interface Problem {
  readonly count: number
  readonly left: number[]
  readonly right: number[]
  readonly weights: number[]
}

const problem = fc.integer({ min: 1, max: 9 }).chain((count) => {
  const pairs = Array.from({ length: count }, (_, i) => i).flatMap((i) =>
    Array.from({ length: count - i - 1 }, (_, j) => [i, i + j + 1] as const),
  )
  return fc.subarray(pairs).chain((chosen) =>
    fc
      .array(fc.integer({ min: -8, max: 12 }), { minLength: chosen.length, maxLength: chosen.length })
      .map((weights): Problem => ({
        count,
        left: chosen.map(([i]) => i),
        right: chosen.map(([, j]) => j),
        weights,
      })),
  )
})

/** By the definition: all means anew in every round. */
function byDefinition({ count, left, right, weights }: Problem, missing: number): number[] {
  const weightOf = new Map(weights.map((weight, i) => [`${left[i]} ${right[i]}`, weight]))
  const groups = Array.from({ length: count }, (_, i) => [i])
  const mean = (a: readonly number[], b: readonly number[]): number => {
    const all = a.flatMap((x) => b.map((y) => weightOf.get(`${Math.min(x, y)} ${Math.max(x, y)}`) ?? missing))
    return all.reduce((sum, weight) => sum + weight, 0) / all.length
  }
  const pairs = groups.flatMap((_, i) => groups.slice(i + 1).map((__, j) => [i, i + j + 1] as const))
  const meanOf = ([i, j]: readonly [number, number]): number => {
    const [a = [], b = []] = [groups[i], groups[j]]
    return a.length === 0 || b.length === 0 ? -Infinity : mean(a, b)
  }
  for (;;) {
    const highest = Math.max(0, ...pairs.map(meanOf))
    const best = pairs.find((pair) => highest > 0 && meanOf(pair) === highest)
    if (best === undefined) break
    groups[best[0]]?.push(...(groups[best[1]]?.splice(0) ?? []))
  }
  const labels = Array.from({ length: count }, () => 0)
  for (const [i, members] of groups.entries()) for (const member of members) labels[member] = i
  return labels
}

it('groups as the definition does, on any links', () => {
  fc.assert(
    fc.property(problem, fc.integer({ min: -6, max: 0 }), (given, missing) => {
      const found = averageLinkage(given.count, { ...given, missing, cut: 0 })
      expect([...found]).toEqual(byDefinition(given, missing))
    }),
    { numRuns: 500 },
  )
})
