import type { AffinityRule } from '@vitalfew/contract/purchase-behaviour.ts'

/** Of the rules about the same items only the one with the highest confidence: the others say the same the other way round. */
export function affinityPairs(rules: readonly AffinityRule[]): AffinityRule[] {
  const best = new Map<string, AffinityRule>()
  for (const rule of rules) {
    const items = [...rule.from, rule.to].toSorted().join('\n')
    const known = best.get(items)
    if (known === undefined || rule.confidence > known.confidence) best.set(items, rule)
  }
  return [...best.values()]
}
