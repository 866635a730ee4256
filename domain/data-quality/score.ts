import type { CheckResult, QualityReport, QualityScore } from '@vitalfew/contract/quality.ts'
import type { EvaluatedLines } from './lines/evaluate-lines.ts'
import { sourceOfImport } from './steps/source-of-import.ts'
import type { KnownImport } from './whole/import-findings.ts'

export interface Scored {
  readonly checks: readonly CheckResult[]
  readonly evaluated: EvaluatedLines
  readonly imports: readonly KnownImport[]
  /** Checks whose money is not among that of the lines taken in. */
  readonly leftOut: ReadonlySet<string>
  /** Checks whose money is that of lines taken in, though not known which. */
  readonly toldByFile: ReadonlySet<string>
}

/**
 * The share of all money that no open finding of severity block or high touches: 1 − affected / all. A line that several
 * checks doubt counts once; rows that were rejected count in both; what is missing against a control total, in affected.
 */
export function scoreOf(of: Scored): Pick<QualityReport, 'imports' | 'score' | 'amount' | 'affected'> {
  const grave = of.checks.filter(
    ({ severity, state }) => state === 'open' && (severity === 'block' || severity === 'high'),
  )
  const imports = of.imports.map((item) => {
    const { id, summary } = item
    const own = grave.filter(({ imports: places }) => places.some(({ importId }) => importId === id))
    const { lines, amount } = of.evaluated.amounts.get(id) ?? { lines: 0, amount: 0 }
    const touched = of.evaluated.touched(id, new Set(own.map(({ check }) => check)))
    const moneyOf = (checks: ReadonlySet<string>): number =>
      own
        .filter(({ check }) => checks.has(check))
        .flatMap(({ imports: places }) => places.filter(({ importId }) => importId === id))
        .reduce((sum, place) => sum + place.amount, 0)
    const rejected = moneyOf(of.leftOut)
    // Some of these lines may be doubted by other checks too: at most all money is.
    const doubted = Math.min(amount, touched + moneyOf(of.toldByFile))
    const { file, corrects } = summary
    return {
      ...shareOf({ amount: amount + rejected, affected: doubted + rejected }),
      importId: id,
      file,
      source: sourceOfImport(item),
      rows: lines,
      fixedBy: [...(corrects?.steps ?? [])],
    }
  })
  const elsewhere = grave
    .filter(({ imports: places }) => places.length === 0)
    .reduce((sum, { amount }) => sum + amount, 0)
  const amount = imports.reduce((sum, item) => sum + item.amount, 0)
  const affected = imports.reduce((sum, item) => sum + item.affected, 0) + elsewhere
  return { ...shareOf({ amount, affected }), imports }
}

function shareOf({ amount, affected }: Omit<QualityScore, 'score'>): QualityScore {
  return { score: amount === 0 ? 0 : Math.min(1, Math.max(0, 1 - affected / amount)), amount, affected }
}
