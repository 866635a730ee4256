import { Readable } from 'node:stream'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { checkNames, isLineCheck } from './checks/check-names.ts'
import { lineChecks } from './checks/line-checks.ts'
import { doubtfulColumns, doubtfulLines } from './lines/doubtful-lines.query.ts'
import { evaluateLines } from './lines/evaluate-lines.ts'
import { dataProfile } from './lines/line-doubts.ts'
import { lineFindings } from './lines/line-findings.query.ts'
import { knownData } from './steps/known-data.ts'

/** More lines than this are no list that a person reads. */
const mostLines = 1_000_000

/**
 * Every line that a check doubts as a CSV file (UTF-8 with a byte order mark), the largest first, each with all checks that
 * doubt it. Texts that a spreadsheet would run are made harmless.
 *
 * @throws ProductError `quality.unknownCheck`, `quality.notListed` where the check is not about single lines
 */
export async function listDoubtfulLines(
  warehouse: Warehouse,
  { check, today, locale }: { readonly check: string; readonly today: string; readonly locale: Locale },
): Promise<Readable> {
  if (!checkNames.has(check))
    throw new ProductError('quality.unknownCheck', { check, checks: [...checkNames].join(', ') })
  if (!isLineCheck(check)) throw new ProductError('quality.notListed', { check })
  const t = translator(locale)
  const header = doubtfulColumns.map((column) =>
    column === 'file' || column === 'row' || column === 'checks'
      ? t(`quality.list.${column}`)
      : t(`imports.field.${column}`),
  )
  const head = `\uFEFF${header.join(',')}\r\n`
  const data = await knownData(warehouse, today)
  const known = { imports: data.imports.map(({ id }) => id), before: data.asOf }
  const { membershipSequence } = data
  const profile = await dataProfile(warehouse, { ...known, today, membershipSequence })
  if (profile === undefined) return Readable.from([head])
  const { found } = evaluateLines(await warehouse.rows(lineFindings, profile.doubts))
  const within = (found.get(check) ?? []).map(({ importId }) => importId)
  const files = within.map((importId) => data.imports.find(({ id }) => id === importId)?.summary.file ?? '')
  const bit = lineChecks.findIndex(({ name }) => name === check)
  const rows = await warehouse.bytes(doubtfulLines, {
    parameters: { ...profile.doubts, bit, within, files, most: mostLines },
    format: 'CSV',
  })
  return Readable.from(joined([Readable.from([head]), rows]))
}

async function* joined(streams: readonly Readable[]): AsyncGenerator {
  for (const stream of streams) yield* stream
}
