import { fitLinkage, matchProbabilities } from '@vitalfew/methods/record-linkage/fit-linkage.ts'
import { levelWeight, type LinkageField, type LinkageModel } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import type { FieldFacts } from './graded-field.ts'
import { type GradedPairs, patternsOf } from './graded-pairs.ts'

export interface LearnRequest {
  readonly fields: readonly FieldFacts[]
  readonly records: number
  readonly blockCap: number
}

export interface LearnedModel extends LinkageModel {
  /** Fields by which pairs were found that others were learned from; none where the table was too small to learn. */
  readonly learnedFrom: readonly string[]
}

/** Fewest pairs to learn from, and how rare agreement by chance must be in the field that finds them. */
const fewestPairs = 30
const rareAgreement = 0.02
const [leastPrior, mostPrior] = [2 ** -13, 2 ** -6]

/**
 * Learns what agreement in each field says, from the table itself: in pairs that agree in one field, the others are
 * looked at, for each field that tells records apart in turn.
 */
export function learnModel(pairs: GradedPairs, { fields, records, blockCap }: LearnRequest): LearnedModel {
  const general: LinkageField[] = fields.map(({ expected, chance }) => ({ m: expected, u: chance }))
  if (fields.length === 1) return { ...modelOfOneField(fields, general), learnedFrom: [] }
  const start = { prior: 0.3, fields: general }
  const sums = fields.map(({ levels }) => new Float64Array(levels.length))
  const weights = new Float64Array(fields.length)
  const learnedFrom: string[] = []
  fields.forEach((field, session) => {
    if ((general[session]?.u[1] ?? 1) > rareAgreement) return
    const patterns = patternsOf(pairs, agreeingIn(pairs, { field, session, blockCap }))
    const count = patterns.counts.reduce((total, each) => total + each, 0)
    if (count < fewestPairs) return
    const fit = fitLinkage(patterns, { start, heldOut: new Set([session]), startPairs: 10 })
    learnedFrom.push(field.header)
    const matches = fit.prior * count
    fit.fields.forEach(({ m }, f) => {
      if (f === session) return
      weights[f] = (weights[f] ?? 0) + matches
      addLogarithms(sums[f], { m, matches })
    })
  })
  const learned = general.map(({ m, u }, f) => ({ m: weights[f] === 0 ? m : meanOf(sums[f], weights[f] ?? 1), u }))
  const prior = Math.min(mostPrior, Math.max(leastPrior, 1 / records))
  if (learnedFrom.length === 0) return { prior, fields: learned, learnedFrom }
  return { prior: foundPrior(pairs, { fields: learned, records }), fields: learned, learnedFrom }
}

/** Pairs that agree exactly in a value that few have: all pairs of such a value are among the candidates. */
function agreeingIn(
  { left, levels }: GradedPairs,
  { field, session, blockCap }: { readonly field: FieldFacts; readonly session: number; readonly blockCap: number },
): (pair: number) => boolean {
  return (pair) => {
    const level = levels[session]?.[pair] ?? 0
    const exact = level === 0 ? undefined : field.exact[level - 1]
    if (exact === undefined) return false
    return (exact.counts[exact.codes[left[pair] ?? 0] ?? 0] ?? 0) <= blockCap
  }
}

const leastShare = 1e-4

function addLogarithms(
  sum: Float64Array | undefined,
  { m, matches }: { readonly m: ArrayLike<number>; readonly matches: number },
): void {
  if (sum === undefined) return
  for (let level = 1; level < sum.length; level++) {
    sum[level] = (sum[level] ?? 0) + matches * Math.log(Math.max(leastShare, m[level] ?? 0))
  }
}

function meanOf(sum: Float64Array | undefined, weight: number): Float64Array {
  const shares = (sum ?? new Float64Array(0)).map((logarithm, level) =>
    level === 0 ? 0 : Math.exp(logarithm / weight),
  )
  const total = shares.reduce((all, share) => all + share, 0)
  return shares.map((share) => share / total)
}

/** The share of all pairs of the table that are the same, as the candidates have it; others are taken to differ. */
function foundPrior(
  pairs: GradedPairs,
  { fields, records }: { readonly fields: readonly LinkageField[]; readonly records: number },
): number {
  const patterns = patternsOf(pairs)
  const possible = (records * (records - 1)) / 2
  let prior = 1 / records
  for (let round = 0; round < 30; round++) {
    const posterior = matchProbabilities(patterns, { model: { prior, fields } })
    const matches = posterior.reduce((sum, probability, row) => sum + probability * (patterns.counts[row] ?? 0), 0)
    prior = Math.max(1e-15, Math.min(0.5, matches / possible))
  }
  return prior
}

/** With one field there is nothing to learn from: names of enterprises decide by their parts, others by being equal. */
function modelOfOneField(fields: readonly FieldFacts[], general: readonly LinkageField[]): LinkageModel {
  const isCompany = fields[0]?.kind === 'company'
  const known = fields.map(({ expected, generalChance }) => ({ m: expected, u: generalChance }))
  const [only] = isCompany ? known : general
  const bits = isCompany || only === undefined ? 13 : levelWeight(only, 1) - 1
  return { prior: 1 / (1 + 2 ** bits), fields: isCompany ? known : general }
}
