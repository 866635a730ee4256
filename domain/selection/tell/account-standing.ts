import { countLower } from '@vitalfew/methods/ranking/count-lower.ts'
import { countNotAbove } from '@vitalfew/methods/ranking/count-not-above.ts'
import type { ScoredModel } from '../scoring/score-model.ts'
import { isBothWays } from './standing-words.ts'

/** Where an account stands on a criterion among the accounts whose figure is known; the better ones above. */
export interface AccountStanding {
  /** 0 to 1; equals count half. */
  readonly percentile: number
  /** Share of the accounts that are strictly worse. */
  readonly below: number
}

/** Says where accounts stand; sorts the figures of a criterion when it is first asked for. */
export function accountStandings(scored: ScoredModel): (criterion: number, account: number) => AccountStanding {
  const sorted: (Float64Array | undefined)[] = []
  return (criterion, account) => {
    const figure = comparedFigures(scored, criterion)[account] ?? Number.NaN
    if (Number.isNaN(figure)) return { percentile: 0.5, below: 0 }
    const known = (sorted[criterion] ??= sortedFigures(scored, criterion))
    const lower = countLower(known, figure)
    const notAbove = countNotAbove(known, figure)
    const percentile = (lower + notAbove) / (2 * known.length)
    if (!isLowerBetter(scored, criterion)) return { percentile, below: lower / known.length }
    return { percentile: 1 - percentile, below: 1 - notAbove / known.length }
  }
}

/** Whether less of a criterion is better. */
export function isLowerBetter({ criteria }: ScoredModel, criterion: number): boolean {
  const fitted = criteria[criterion]?.fitted
  return fitted !== undefined && 'direction' in fitted && fitted.direction === 'lower'
}

/** Where more may be better or worse, whoever has the better value is better. */
function comparedFigures({ model, criteria, figures }: ScoredModel, criterion: number): Float64Array {
  const asked = model.criteria[criterion]
  const values = asked !== undefined && isBothWays(asked) ? criteria[criterion]?.values : figures[criterion]
  return values ?? new Float64Array()
}

function sortedFigures(scored: ScoredModel, criterion: number): Float64Array {
  const fitted = scored.criteria[criterion]?.fitted
  if (fitted?.method === 'percentile' && fitted.caps === null) return fitted.sorted
  return comparedFigures(scored, criterion)
    .filter((figure) => !Number.isNaN(figure))
    .toSorted()
}
