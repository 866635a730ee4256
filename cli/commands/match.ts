import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import {
  clusterCsv,
  findTableNames,
  foundNamesCsv,
  matchedPairs,
  matchResult,
  matchTable,
  pairCsv,
  readIdentityTable,
} from '@vitalfew/domain/identity/index.ts'
import { outputFailure } from '@vitalfew/domain/workspace/index.ts'
import { matchHelp } from '../output/match-help.ts'
import { matchSummary } from '../output/match-summary.ts'
import { printLines } from '../output/print-lines.ts'
import { keepMatched, matchWithKnown, requireOneWay } from './match-kept.ts'
import { type MatchOptions, matchOptions } from './match-options.ts'
import type { CommandSurroundings } from './open-sales.ts'
import { writeLines } from './write-lines.ts'

interface MatchSurroundings extends CommandSurroundings {
  readonly locale: Locale
  readonly asksHelp: boolean
}

/** `vitalfew match`: a table of people or enterprises in; who is the same out. */
export async function match(words: readonly string[], around: MatchSurroundings): Promise<void> {
  const { output, locale, asksHelp, signal } = around
  if (asksHelp) return output.print(matchHelp(locale))
  const options = matchOptions(words)
  requireOneWay(options)
  try {
    await (options.against === undefined ? matchRecords(options, around) : findNames(options, around))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out ?? options.pairs ?? '')
  }
}

async function matchRecords(options: MatchOptions, around: MatchSurroundings): Promise<void> {
  const { output, signal } = around
  const { files, id, columns, sheet } = options
  const onProgress = (file: string, rows: number): void => output.progress('progress.reading', { file, rows })
  const table = await readIdentityTable({ paths: files, id, columns, sheet, signal, onProgress })
  output.progress('progress.matching')
  if (options.known !== undefined) return matchWithKnown(table, { options, around })
  const matched = await matchTable(table, { withKeys: options.keep !== undefined })
  signal.throwIfAborted()
  if (options.keep !== undefined) await keepMatched(matched, { options, around })
  if (options.pairs !== undefined) await writeLines(options.pairs, pairCsv(matchedPairs(matched)))
  if (options.out !== undefined) await writeLines(options.out, clusterCsv(matched))
  output.endProgress()
  if (options.json) output.print(JSON.stringify(matchResult(matched, { withPairs: options.evidence })))
  else if (options.csv) await printLines(clusterCsv(matched))
  else if (!options.quiet) output.print(matchSummary(matched, { locale: options.locale, out: options.out ?? null }))
}

async function findNames(options: MatchOptions, { output, signal }: MatchSurroundings): Promise<void> {
  const { files, id, columns, sheet, against, againstId, againstColumn, top } = options
  const asked = await readIdentityTable({ paths: files, id, columns, sheet, signal })
  const wanted = againstColumn ?? columns[0] ?? ''
  const among = await readIdentityTable({ paths: [against ?? ''], id: againstId, columns: [wanted], sheet, signal })
  output.progress('progress.matching')
  const found = [...findTableNames(asked, { among, most: top })]
  output.endProgress()
  if (options.out !== undefined) await writeLines(options.out, foundNamesCsv(found))
  if (options.json) output.print(JSON.stringify(found))
  else if (options.out === undefined || options.csv) await printLines(foundNamesCsv(found))
}
