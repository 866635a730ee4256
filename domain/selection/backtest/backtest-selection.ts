import { isLikeChance } from '@vitalfew/contract/like-chance.ts'
import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import { type Backtest, type BacktestOrigin, type BacktestRanking } from '@vitalfew/contract/selection-backtest.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { dataExtent } from '../../metrics/index.ts'
import type { GivenFigure } from '../figures/given-figure.ts'
import type { Rating } from '../ratings/rating.ts'
import { percentWords, type Wording } from '../words/figure-words.ts'
import { backtestOrigin } from './backtest-origin.ts'
import { backtestNotes, laterFigures } from './backtest-notes.ts'
import { backtestOrigins } from './backtest-origins.ts'

export interface BacktestSelection {
  readonly imports: readonly number[]
  readonly membershipSequence: number
  /** Nothing of this day or later is known to anybody, not even as an outcome. */
  readonly asOf: string
  readonly model: SelectionModel
  readonly challenger?: SelectionModel | undefined
  readonly ratings?: readonly Rating[]
  readonly figures?: readonly GivenFigure[]
  readonly top?: number | undefined
  readonly seed?: number | undefined
  readonly wording: Wording
  /**
   * At most so many past days, the latest first, and so many replicates of the bootstrap at each; all it can where absent.
   * Where days are limited it has to be cheap: customer value is then not worked out anew.
   */
  readonly mostOrigins?: number | undefined
  readonly mostReplicates?: number | undefined
  readonly onOrigin?: (asOf: string) => void
}

const defaultSeed = 1
/** Fitting the models of customer value at each origin takes about as long as in a run: of more lines it is left out. */
const mostValuedLines = 2_000_000

/**
 * Whether a model would have chosen well: at several past days it chooses with what was known then, and is judged by what
 * its first accounts brought afterwards, beside ranking by revenue, by RFM, by chance and by perfect foresight. null where
 * the history is too short.
 */
export async function backtestSelection(warehouse: Warehouse, request: BacktestSelection): Promise<Backtest | null> {
  const {
    model,
    challenger,
    asOf,
    membershipSequence,
    ratings = [],
    figures = [],
    top,
    seed = defaultSeed,
    wording,
  } = request
  const imports = [...request.imports]
  const [extent] = await warehouse.rows(dataExtent, { imports, before: asOf })
  if (extent === undefined || extent.lines === 0) return null
  const plan = backtestOrigins({ firstDay: extent.firstDay, until: asOf })
  if (plan === null) return null
  const measure = extent.hasProfit > 0 ? ('grossProfit' as const) : ('netRevenue' as const)
  const models = challenger === undefined ? [model] : [model, challenger]
  const asked = laterFigures(models)
  const canValue = asked.value.length > 0 && extent.lines <= mostValuedLines
  const withValue = canValue && request.mostOrigins === undefined
  const origins: BacktestOrigin[] = []
  for (const window of plan.origins.slice(0, request.mostOrigins)) {
    request.onOrigin?.(window.asOf)
    const { firstDay: dataStart } = extent
    const { mostReplicates } = request
    const known = {
      imports,
      membershipSequence,
      dataStart,
      models,
      ratings,
      figures,
      measure,
      top,
      seed,
      mostReplicates,
      withValue,
    }
    origins.push(await backtestOrigin(warehouse, window, known))
  }
  const backtest = {
    model: `${model.name}@${model.version}`,
    challenger: challenger === undefined ? null : `${challenger.name}@${challenger.version}`,
    measure,
    horizonMonths: plan.horizonMonths,
    seed,
    origins,
    wins: winsOf(origins),
  }
  return {
    ...backtest,
    verdict: verdictOf(backtest, wording),
    notes: backtestNotes(backtest, { asked, figures, withValue, canValue, wording }),
  }
}

function winsOf(origins: readonly BacktestOrigin[]): Backtest['wins'] {
  const against = [...new Set(origins.flatMap(({ duels }) => duels.map((duel) => duel.against)))]
  return against.map((name) => {
    const verdicts = origins.flatMap(({ duels }) => duels.filter((duel) => duel.against === name))
    const count = (verdict: string): number => verdicts.filter((duel) => duel.verdict === verdict).length
    return { against: name, better: count('better'), worse: count('worse'), cannotTell: count('cannotTell') }
  })
}

type Found = Omit<Backtest, 'verdict' | 'notes'>

/** An honest sentence: what the lists captured on average, and whether the model can be told from each of the others. */
function verdictOf(found: Found, wording: Wording): string {
  const t = translator(wording.locale)
  const share = (ranking: BacktestRanking): string => percentWords(meanShare(found, ranking), wording.locale)
  const tops = [...new Set(found.origins.map(({ top }) => top))]
  const [least, most] = [Math.min(...tops), Math.max(...tops)]
  const sentences = [
    t('selection.backtest.captured', {
      top: least === most ? least : `${least}–${most}`,
      origins: found.origins.length,
      months: found.horizonMonths,
      measure: t(`selection.metric.${found.measure}`),
      share: share('champion'),
      chance: share('chance'),
      foresight: share('foresight'),
    }),
    ...(isLikeChance(found) ? [t('selection.backtest.likeChance')] : []),
    ...found.wins.map((win) => duelSentence(win, { t, share, origins: found.origins.length })),
  ]
  return sentences.join(wording.locale === 'en' ? ' ' : '')
}

function duelSentence(
  { against, better, worse }: Backtest['wins'][number],
  {
    t,
    share,
    origins,
  }: { readonly t: Translate; readonly share: (ranking: BacktestRanking) => string; readonly origins: number },
): string {
  const words = { against: t(`selection.ranking.${against}`), share: share(against), better, worse, origins }
  if (better > worse && better * 2 >= origins) return t('selection.backtest.better', words)
  if (worse > better && worse * 2 >= origins) return t('selection.backtest.worse', words)
  return t('selection.backtest.cannotTell', words)
}

function meanShare({ origins }: Found, ranking: BacktestRanking): number {
  const shares = origins.flatMap(({ captures }) =>
    captures.filter((capture) => capture.ranking === ranking).map((capture) => capture.share),
  )
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
}
