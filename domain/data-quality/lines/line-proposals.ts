import type { FixProposal } from '@vitalfew/contract/quality.ts'
import { lineChecks } from '../checks/line-checks.ts'
import type { DataProfile } from './line-doubts.ts'

/** Fixes of a check that need no more than a word of consent. */
export function lineProposals(check: string, profile: DataProfile): FixProposal[] {
  const offered = lineChecks.find(({ name }) => name === check)?.fixes ?? []
  const proposals = offered.flatMap((action): FixProposal[] => {
    if (action === 'exclude' || action === 'return') return [{ action, rule: {} }]
    if (action === 'scale') return scaled(check, profile)
    if (action === 'set') return written(check, profile)
    return []
  })
  return [...proposals, { action: 'accept', rule: {} }]
}

function scaled(check: string, { unitFactors }: DataProfile): FixProposal[] {
  if (check === 'thousandsAsDecimal') return [{ action: 'scale', rule: { factor: 1000 } }]
  const factors = new Set(check === 'unitMixed' ? unitFactors.values() : [])
  const [factor] = factors
  return factors.size === 1 && factor !== undefined ? [{ action: 'scale', rule: { factor } }] : []
}

function written(check: string, { variants, doubts }: DataProfile): FixProposal[] {
  if (check === 'spellingDrift' && variants.length > 0) {
    return [{ action: 'set', rule: { values: variants.slice(0, 1000) } }]
  }
  if (check === 'currencyMissing' && doubts.currency !== '') {
    return [{ action: 'set', rule: { values: [{ column: 'currency', from: '', to: doubts.currency }] } }]
  }
  if (check === 'creditCodeInvalid' || check === 'genericCode') {
    return [{ action: 'set', rule: { values: [{ column: 'creditCode', from: null, to: '' }] } }]
  }
  return []
}
