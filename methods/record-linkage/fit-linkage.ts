import type { LinkageField, LinkageModel, LinkagePatterns } from './linkage-model.ts'

export interface LinkageFit {
  readonly start: LinkageModel
  /** Weight of the start in counted pairs: keeps a level that hardly occurs from running away. Default 20. */
  readonly startPairs?: number
  /** Fields that are left as they start and say nothing here: those by which the pairs were found. */
  readonly heldOut?: ReadonlySet<number>
  readonly rounds?: number
}

/**
 * Fits what each level of agreement says, without a labelled pair: expectation–maximisation over counted combinations of
 * levels. The chances u are taken as known; m and the prior are learned. The same input gives the same model.
 *
 * @param patterns pairs counted by their levels
 * @returns the model that explains the counts best from where it started
 * @throws RangeError when columns differ in length or fields in number
 * Source: Fellegi & Sunter 1969; Winkler 1988, "Using the EM algorithm for weight computation in the Fellegi–Sunter
 * model of record linkage".
 * @example
 * fitLinkage({ levels: [Uint8Array.of(1, 2)], counts: Float64Array.of(100, 900) }, { start: { prior: 0.1, fields: [{ m: [0, 0.9, 0.1], u: [0, 0.01, 0.99] }] }, rounds: 50 }).prior > 0.08 // true
 */
export function fitLinkage(patterns: LinkagePatterns, fit: LinkageFit): LinkageModel {
  const { start, startPairs = 20, heldOut = new Set<number>(), rounds = 100 } = fit
  requireTable(patterns, start)
  let model = start
  for (let round = 0; round < rounds; round++) {
    const next = maximised(patterns, {
      posterior: matchProbabilities(patterns, { model, heldOut }),
      start,
      startPairs,
      heldOut,
    })
    const moved = Math.abs(next.prior - model.prior) / Math.max(model.prior, 1e-12)
    model = next
    if (moved < 1e-6) break
  }
  return model
}

/**
 * Probability of each combination of levels that its pairs are the same.
 *
 * @example
 * Array.from(matchProbabilities({ levels: [Uint8Array.of(0)], counts: Float64Array.of(1) }, { model: { prior: 0.25, fields: [{ m: [0, 1], u: [0, 1] }] } })) // [0.25]
 */
export function matchProbabilities(
  { levels, counts }: LinkagePatterns,
  { model, heldOut }: { readonly model: LinkageModel; readonly heldOut?: ReadonlySet<number> },
): Float64Array {
  const result = new Float64Array(counts.length)
  for (let row = 0; row < counts.length; row++) {
    let same = model.prior
    let different = 1 - model.prior
    for (let f = 0; f < levels.length; f++) {
      const level = levels[f]?.[row] ?? 0
      if (level === 0 || heldOut?.has(f) === true) continue
      same *= model.fields[f]?.m[level] ?? 0
      different *= model.fields[f]?.u[level] ?? 0
    }
    result[row] = same + different === 0 ? 0 : same / (same + different)
  }
  return result
}

interface Maximised {
  readonly posterior: Float64Array
  readonly start: LinkageModel
  readonly startPairs: number
  readonly heldOut: ReadonlySet<number>
}

function maximised({ levels, counts }: LinkagePatterns, of: Maximised): LinkageModel {
  const { posterior, start, startPairs, heldOut } = of
  let matches = 0
  let pairs = 0
  for (let row = 0; row < counts.length; row++) {
    matches += (posterior[row] ?? 0) * (counts[row] ?? 0)
    pairs += counts[row] ?? 0
  }
  const fields = start.fields.map((field, f): LinkageField => {
    const column = levels[f]
    if (column === undefined || heldOut.has(f)) return field
    const m = Float64Array.from(field.m, (share) => share * startPairs)
    for (let row = 0; row < counts.length; row++) {
      const level = column[row] ?? 0
      if (level > 0) m[level] = (m[level] ?? 0) + (posterior[row] ?? 0) * (counts[row] ?? 0)
    }
    const sum = m.reduce((total, count, level) => (level === 0 ? total : total + count), 0)
    return { m: m.map((count) => count / sum), u: field.u }
  })
  const prior = Math.min(1 - 1e-9, Math.max(1e-12, (matches + start.prior) / (pairs + 1)))
  return { prior, fields }
}

function requireTable({ levels, counts }: LinkagePatterns, { fields }: LinkageModel): void {
  if (levels.length !== fields.length)
    throw new RangeError(`start.fields.length must be ${levels.length}, got ${fields.length}`)
  for (const column of levels) {
    if (column.length !== counts.length)
      throw new RangeError(`levels.length must be ${counts.length}, got ${column.length}`)
  }
}
