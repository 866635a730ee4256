import type { Locale } from '@vitalfew/contract/locale.ts'
import type { BelowTheLine } from '@vitalfew/contract/selection.ts'
import type { Reader } from '../design/reader.tsx'
import type { Titles } from './tier-titles.tsx'

type Way = BelowTheLine['ways'][number]

interface Context {
  reader: Pick<Reader, 't' | 'format' | 'locale'>
  titles: Titles
  /** The language of the run. */
  written: Locale
}

/** What would lift an account over the line, way by way; where nothing would, why not. */
export function wayWords(account: BelowTheLine, context: Context): string[] {
  const { t, format } = context.reader
  if (account.ways.length > 0)
    return account.ways.map((way) =>
      oneWay(way, { ...context, isByRules: account.needed === null && way.tier === account.target }),
    )
  if (account.best === null) return [t('report.selection.below.nothingToDo')]
  return [t('report.selection.below.outOfReach', { best: format.decimal(account.best, 2) })]
}

/** In the words of the run where the reader reads its language, otherwise from its figures, as plain numbers. */
function oneWay(way: Way, { reader, titles, written, isByRules }: Context & { isByRules: boolean }): string {
  const { t, format, locale } = reader
  if (written === locale) return way.text
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 4 })
  const changes = way.changes
    .map(({ criterion, from, to }) =>
      t('selection.below.change', { criterion: titles.criterion(criterion), from: number(from), to: number(to) }),
    )
    .join(t('report.listComma'))
  const words = { changes, score: format.decimal(way.score), tier: titles.tier(way.tier) }
  const key = isByRules ? 'ruledWay' : 'way'
  if (way.cost === null) return t(`selection.below.${key}`, words)
  return t(`selection.below.${key}WithCost`, { ...words, cost: number(way.cost) })
}
