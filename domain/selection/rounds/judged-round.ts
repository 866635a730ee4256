import type { Locale } from '@vitalfew/contract/locale.ts'
import { judgementFaults } from '@vitalfew/methods/pairwise/judgement-faults.ts'
import { judgementTolerance } from '../judgements/check-judgements.ts'
import { type ExpertJudgements, type JudgedCell, type JudgedPart, valuesOf } from '../judgements/judged-part.ts'
import type { Database, KeptRater, KeptRound } from './load-round.ts'

export interface KeptJudgement {
  readonly first: string
  readonly second: string
  readonly judgement: number | null
  readonly reason: string
}

/** What raters of a round judged, by the id of the rater. */
export async function judgementsOf(
  database: Database,
  raters: readonly Pick<KeptRater, 'id'>[],
): Promise<Map<string, KeptJudgement[]>> {
  if (raters.length === 0) return new Map()
  const rows = await database
    .selectFrom('weight_judgement')
    .selectAll()
    .where(
      'rater_id',
      'in',
      raters.map(({ id }) => id),
    )
    .orderBy('first')
    .orderBy('second')
    .execute()
  return Map.groupBy(
    rows.map(({ rater_id, first, second, judgement, reason }) => ({
      rater: rater_id,
      first,
      second,
      judgement,
      reason,
    })),
    ({ rater }) => rater,
  )
}

/** The judgements of raters in the form in which weights are worked out. */
export function judgedRound(
  round: KeptRound,
  raters: readonly { readonly rater: KeptRater; readonly judgements: readonly KeptJudgement[] }[],
  locale: Locale,
): JudgedPart {
  return {
    source: round.title,
    criteria: leavesOf(round),
    titles: new Map(Object.entries(round.titles).map(([name, title]) => [name, title[locale]])),
    tree: round.tree,
    experts: raters.map(({ rater, judgements }) => expertOf(round, { rater, judgements })),
  }
}

function expertOf(
  { nodes, title }: KeptRound,
  { rater, judgements }: { readonly rater: KeptRater; readonly judgements: readonly KeptJudgement[] },
): ExpertJudgements {
  const known = new Map(judgements.map((each) => [JSON.stringify([each.first, each.second]), each.judgement]))
  const over = (first: string, second: string): number | null => {
    if (first === second) return 1
    const there = known.get(JSON.stringify([first, second]))
    if (there !== undefined && there !== null) return there
    const back = known.get(JSON.stringify([second, first]))
    return back === undefined || back === null ? null : 1 / back
  }
  return {
    name: rater.name,
    department: rater.department,
    source: title,
    matrices: nodes.map(({ children }) =>
      children.map((first) => children.map((second): JudgedCell => ({ value: over(first, second), place: '' }))),
    ),
    reasons: judgements
      .filter(({ reason }) => reason !== '')
      .map(({ first, second, reason }) => ({ first, second, reason })),
    halfAnswered: [],
  }
}

/** The criteria of a round: what nothing is below. */
export function leavesOf({ tree }: Pick<KeptRound, 'tree'>): string[] {
  const parents = new Set(tree.map(({ parent }) => parent))
  return tree.flatMap(({ name }) => (parents.has(name) ? [] : [name]))
}

/** Whether the comparisons of a person hang together, so that weights can be worked out. */
export function isEnough({ matrices }: ExpertJudgements): boolean {
  return matrices.every((matrix) =>
    judgementFaults(valuesOf(matrix), { tolerance: judgementTolerance }).every(({ severity }) => severity !== 'error'),
  )
}
