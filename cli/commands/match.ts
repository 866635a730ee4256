import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
import { outputFailure } from '@vitalfew/domain/reports/index.ts'
import { matchHelp } from '../output/match-help.ts'
import { matchSummary } from '../output/match-summary.ts'
import type { Output } from '../output/output.ts'
import { printLines } from '../output/print-lines.ts'
import { type MatchOptions, matchOptions } from './match-options.ts'

interface MatchSurroundings {
  readonly output: Output
  readonly locale: Locale
  readonly signal: AbortSignal
  readonly asksHelp: boolean
}

/** `vitalfew match`: a table of people or enterprises in; who is the same out. */
export async function match(words: readonly string[], around: MatchSurroundings): Promise<void> {
  const { output, locale, asksHelp, signal } = around
  if (asksHelp) return output.print(matchHelp(locale))
  const options = matchOptions(words)
  try {
    await (options.against === undefined ? matchRecords(options, around) : findNames(options, around))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out ?? options.pairs ?? '')
  }
}

async function matchRecords(options: MatchOptions, { output, signal }: MatchSurroundings): Promise<void> {
  const { files, id, columns, sheet } = options
  const onProgress = (file: string, rows: number): void => output.progress('progress.reading', { file, rows })
  const table = await readIdentityTable({ paths: files, id, columns, sheet, signal, onProgress })
  output.progress('progress.matching')
  const matched = await matchTable(table)
  signal.throwIfAborted()
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

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), createWriteStream(path))
}
