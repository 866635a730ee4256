import type { Locale } from '@vitalfew/contract/locale.ts'
import { isLikeChance } from '@vitalfew/contract/like-chance.ts'
import type { Backtest, BacktestRanking } from '@vitalfew/contract/selection-backtest.ts'
import type { Reader } from '../design/reader.tsx'
import { prepareRankings } from './prepare-rankings.ts'

interface Context {
  reader: Pick<Reader, 't' | 'format' | 'locale'>
  /** The language of the run. */
  written: Locale
}

/** The honest sentence: in the words of the run where the reader reads its language, otherwise from its figures. */
export function backtestWords(backtest: Backtest, { reader, written }: Context): string {
  const { t, format, locale } = reader
  if (written === locale) return backtest.verdict
  const { lines } = prepareRankings(backtest)
  const share = (ranking: BacktestRanking) => format.percent(lines.find((line) => line.ranking === ranking)?.mean)
  const origins = backtest.origins.length
  const captured = t('selection.backtest.captured', {
    top: topWords(backtest),
    origins,
    months: backtest.horizonMonths,
    measure: t(`report.measureInSentence.${backtest.measure}`),
    share: share('champion'),
    chance: share('chance'),
    foresight: share('foresight'),
  })
  const duels = backtest.wins.map(({ against, better, worse }) => {
    const words = { against: t(`selection.ranking.${against}`), share: share(against), better, worse, origins }
    return t(`selection.backtest.${winner({ better, worse, origins })}`, words)
  })
  const warning = isLikeChance(backtest) ? [t('selection.backtest.likeChance')] : []
  return [captured, ...warning, ...duels].join(locale === 'en' ? ' ' : '')
}

/** Told apart where one side is clearly better more often, and that at half of the days at least. */
function winner(won: { better: number; worse: number; origins: number }): 'better' | 'worse' | 'cannotTell' {
  const { better, worse, origins } = won
  if (better > worse && better * 2 >= origins) return 'better'
  return worse > better && worse * 2 >= origins ? 'worse' : 'cannotTell'
}

/** How long the lists were: 40, or 38–43 where they differ. */
function topWords({ origins }: Backtest): string {
  const tops = origins.map(({ top }) => top)
  const [least, most] = [Math.min(...tops), Math.max(...tops)]
  return least === most ? `${least}` : `${least}–${most}`
}

/** What has to be known beside it; notes that the page cannot say by itself stay as the run wrote them. */
export function backtestNotes(backtest: Backtest, { reader, written }: Context): string[] {
  const { t, locale } = reader
  if (written === locale) return backtest.notes
  const said = [
    ...(backtest.horizonMonths < 12 ? [t('selection.backtest.shortHorizon', { months: backtest.horizonMonths })] : []),
    t(backtest.origins.length > 1 ? 'selection.backtest.overlapping' : 'selection.backtest.oneOrigin'),
  ]
  return [...said, ...backtest.notes.slice(said.length)]
}
