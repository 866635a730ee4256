import type { FieldEvidence, MatchedPair } from '@vitalfew/contract/identity.ts'
import { probabilityFromBits } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import { companyLevels } from '../names/company-agreement.ts'
import { identityBand, reviewBits } from './identity-band.ts'
import type { FieldFacts } from './graded-field.ts'
import type { ResolvedRecords } from './resolve-records.ts'

const sameCore = companyLevels.indexOf('sameCore')
const otherForm = companyLevels.indexOf('otherForm')
const otherBranch = companyLevels.indexOf('otherBranch')

/** Pairs that are together or might be, strongest evidence first, each with its waterfall. */
export function* pairEvidence(
  resolved: ComparedPairs,
  { ids, columns }: { readonly ids: readonly string[]; readonly columns: readonly WrittenColumn[] },
): Generator<MatchedPair> {
  const { weights, pairs, groups } = resolved
  const shown = Uint32Array.from(weights.keys()).filter((pair) => isShown(resolved, pair))
  shown.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  for (const pair of shown) {
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0]
    const bits = weights[pair] ?? 0
    const isVeto = bits === -Infinity
    yield {
      left: ids[left] ?? '',
      right: ids[right] ?? '',
      bits: isVeto ? null : rounded(bits),
      probability: isVeto ? 0 : rounded(probabilityFromBits(bits), 6),
      band: identityBand(bits, { isUnsafe: isUnsafe(resolved, pair), isProven: isProven(resolved, pair) }),
      together: groups[left] === groups[right],
      priorBits: rounded(resolved.weighed.prior),
      fields: fieldEvidence(resolved, { pair, columns }),
    }
  }
}

/** As much of what was found of a table as evidence is told from. */
export type ComparedPairs = Pick<ResolvedRecords, 'pairs' | 'weights' | 'groups'> & {
  readonly fields: readonly ComparedField[]
  readonly weighed: Pick<ResolvedRecords['weighed'], 'prior' | 'ofField'>
}

export type ComparedField = Pick<FieldFacts, 'header' | 'kind' | 'levels' | 'proven'>

interface WrittenColumn {
  readonly header: string
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

function isShown({ weights, groups, pairs }: ComparedPairs, pair: number): boolean {
  if ((weights[pair] ?? 0) > reviewBits) return true
  return groups[pairs.left[pair] ?? 0] === groups[pairs.right[pair] ?? 0]
}

/** Pairs that a person has to see, however strong the evidence. */
function isUnsafe({ fields, pairs }: ComparedPairs, pair: number): boolean {
  return fields.some((field, f) => {
    const level = pairs.levels[f]?.[pair] ?? 0
    if (field.kind === 'company') return level === otherForm || level === otherBranch
    return field.kind === 'creditCode' && level === field.levels.length - 1
  })
}

/** The same valid credit code under names that are the same but for how they are written. */
function isProven({ fields, pairs }: ComparedPairs, pair: number): boolean {
  const levelIn = (f: number): number => pairs.levels[f]?.[pair] ?? 0
  const codes = fields.some(({ proven }, f) => levelIn(f) === 1 && proven?.[pairs.left[pair] ?? 0] === 1)
  return codes && fields.some(({ kind }, f) => kind === 'company' && levelIn(f) >= 1 && levelIn(f) <= sameCore)
}

function fieldEvidence(
  { fields, pairs, weighed }: ComparedPairs,
  { pair, columns }: { readonly pair: number; readonly columns: readonly WrittenColumn[] },
): FieldEvidence[] {
  const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0]
  return fields.map((field, f) => {
    const level = pairs.levels[f]?.[pair] ?? 0
    const written = columns[f]
    return {
      field: field.header,
      kind: field.kind,
      level: field.levels[level] ?? 'unknown',
      bits: rounded(weighed.ofField(f, { level, record: left })),
      left: written?.values[written.codes[left] ?? 0] ?? '',
      right: written?.values[written.codes[right] ?? 0] ?? '',
    }
  })
}

function rounded(value: number, decimals = 3): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
