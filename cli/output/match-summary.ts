import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { type MatchedKnown, type MatchedTable, matchResult } from '@vitalfew/domain/identity/index.ts'
import { columnsOfText } from './columns-of-text.ts'

/** A match on a terminal: how many, by what, and what was left out. */
export function matchSummary(
  matched: MatchedTable,
  { locale, out }: { readonly locale: Locale; readonly out: string | null },
): string {
  const t = translator(locale)
  const number = new Intl.NumberFormat(locale)
  const result = matchResult(matched, { withPairs: false })
  const rows = [
    [t('identity.summary.records'), number.format(result.records)],
    [t('identity.summary.clusters'), number.format(result.clusters)],
    [t('identity.summary.together'), number.format(result.recordsTogether)],
    [t('identity.summary.compared'), number.format(result.comparedPairs)],
  ]
  const columns = result.columns.map(({ header, kind, values, empty }) => [
    header,
    t(`identity.kind.${kind}`),
    number.format(values),
    number.format(empty),
  ])
  const head = ['column', 'readAs', 'values', 'empty'].map((name) => t(`identity.summary.${name}`))
  const skipped = result.rules.filter(({ largeBlocks }) => largeBlocks > 0)
  return [
    ...columnsOfText(rows, { align: 'lr' }),
    '',
    ...columnsOfText([head, ...columns], { align: 'llrr', header: true }),
    ...(result.learnedFrom.length === 0 && result.columns.length > 1 ? ['', t('identity.summary.notLearned')] : []),
    ...(skipped.length > 0 ? ['', t('identity.summary.capped', { count: skipped.length, cap: result.blockCap })] : []),
    ...(out === null ? ['', t('identity.summary.hint')] : ['', t('identity.summary.written', { path: out })]),
  ].join('\n')
}

/** New records beside known ones: how many were found among them. */
export function knownSummary({ ids, found, candidates }: MatchedKnown, locale: Locale): string {
  const t = translator(locale)
  const number = new Intl.NumberFormat(locale)
  const rows = [
    [t('identity.summary.records'), number.format(ids.length)],
    [t('identity.summary.found'), number.format(found)],
    [t('identity.summary.candidates'), number.format(candidates)],
  ]
  return columnsOfText(rows, { align: 'lr' }).join('\n')
}
