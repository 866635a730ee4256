import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { TierRule } from '@vitalfew/contract/selection-tiers.ts'
import { checkMetric } from './check-metric.ts'

/** The last tier takes the rest, no other does, each can have accounts, and it is not harder to stay than to come in. */
export function checkTiers({ tiers }: SelectionModel, file: string): void {
  for (const [index, { id, rule }] of tiers.entries()) {
    const path = `tiers[${index}].rule`
    const isLast = index === tiers.length - 1
    if (isLast !== (rule.kind === 'rest')) throw new ProductError('model.lastTier', { file, path, tier: id })
    if (nobodyCanEnter(rule)) throw new ProductError('model.emptyTier', { file, path, tier: id })
    const above = tiers[index - 1]?.rule
    if (rule.kind === 'score' && above?.kind === 'score' && rule.enter >= above.enter) {
      const order = `tiers[${index - 1}].rule.enter > tiers[${index}].rule.enter`
      throw new ProductError('model.order', { file, path, order, values: `${above.enter}, ${rule.enter}` })
    }
    if (isHarderToStay(rule)) {
      const { enter, exit } = thresholds(rule)
      throw new ProductError('model.thresholds', { file, path: `${path}.exit`, tier: id, enter, exit: exit ?? enter })
    }
    if (rule.kind === 'capacity') checkCapacity(rule, { path, file, tier: id })
  }
}

function nobodyCanEnter(rule: TierRule): boolean {
  switch (rule.kind) {
    case 'score':
      return rule.enter > 100
    case 'top':
    case 'capacity':
      return rule.enter <= 0
    case 'share':
      return rule.enter <= 0 && (rule.minimum ?? 0) === 0
    case 'rules':
    case 'rest':
      return false
  }
}

/** A score has to be lower to leave than to enter; places and shares have to be more. */
function isHarderToStay(rule: TierRule): boolean {
  const { enter, exit } = thresholds(rule)
  if (exit === undefined) return false
  return rule.kind === 'score' ? exit > enter : exit < enter
}

function thresholds(rule: TierRule): { readonly enter: number; readonly exit: number | undefined } {
  if (rule.kind === 'rules' || rule.kind === 'rest') return { enter: 0, exit: undefined }
  return { enter: rule.enter, exit: rule.exit }
}

function checkCapacity(
  rule: TierRule & { readonly kind: 'capacity' },
  { path, file, tier }: { readonly path: string; readonly file: string; readonly tier: string },
): void {
  if (rule.need !== undefined) checkMetric(rule.need, { path: `${path}.need`, file })
  else if (rule.needPerAccount === undefined || rule.needPerAccount > rule.enter) {
    throw new ProductError('model.emptyTier', { file, path, tier })
  }
}
