import type { JudgementSheet, PairJudgement } from '@vitalfew/contract/api/selection-rounds.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { expertResult } from '../judgements/expert-result.ts'
import { isEnough, judgedRound, judgementsOf } from './judged-round.ts'
import { type Database, type KeptRater, type KeptRound, mayEdit, roundOf } from './load-round.ts'
import { shownRater } from './shown-round.ts'

const invited = ['administrator', 'analyst', 'manager', 'accountManager'] as const

export interface SheetWanted {
  readonly id: string
  /** The viewer's own where left out. */
  readonly rater?: string | undefined
}

/**
 * What somebody has judged and what it comes to so far.
 *
 * @throws ProductError `rounds.notFound`, `rounds.notInvited`
 */
export async function judgementSheet(viewer: Viewer, database: Database, wanted: SheetWanted): Promise<JudgementSheet> {
  authorise(viewer, invited)
  const round = await roundOf(viewer, database, wanted.id)
  return sheetOf(viewer, database, { round, rater: raterOf(viewer, round, wanted.rater) })
}

/**
 * Judges one pair, or leaves it out on purpose. A pair has one judgement, whichever way round it is named.
 *
 * @throws ProductError `rounds.notFound`, `rounds.notInvited`, `rounds.closed`, `rounds.unknownPair`; `rounds.handedIn` where
 * the judgements were handed in and not taken back
 */
export async function judgePair(
  viewer: Viewer,
  database: Database,
  { id, ...pair }: PairJudgement & { readonly id: string },
): Promise<JudgementSheet> {
  authorise(viewer, invited)
  const { round, rater } = await openSheet(viewer, database, id)
  const judgement = orderedPair(round, pair)
  await database.transaction().execute(async (transaction) => {
    await refuseHandedIn(transaction, rater)
    await keepJudgement(transaction, { rater, judgement })
  })
  return judgementSheet(viewer, database, { id })
}

/**
 * Hands the own judgements in, or takes them back to change them.
 *
 * @throws ProductError `rounds.notFound`, `rounds.notInvited`, `rounds.closed`, `rounds.tooFew`
 */
export async function submitSheet(
  viewer: Viewer,
  database: Database,
  { id, isSubmitted }: { readonly id: string; readonly isSubmitted: boolean },
): Promise<JudgementSheet> {
  authorise(viewer, invited)
  const { round, rater } = await openSheet(viewer, database, id)
  const { result } = await sheetOf(viewer, database, { round, rater })
  if (isSubmitted && result === null) throw new ProductError('rounds.tooFew')
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('weight_rater')
      .set({ submitted_at: isSubmitted ? new Date() : null })
      .where('id', '=', rater.id)
      .execute()
    const action = isSubmitted ? 'round.handedIn' : 'round.takenBack'
    await recordAudit(transaction, { viewer, action, subject: `round:${id}` })
  })
  return judgementSheet(viewer, database, { id })
}

/**
 * What somebody handed in is not changed behind their back, nor by a page that was left open: they take it back first.
 *
 * @throws ProductError `rounds.handedIn`
 */
export async function refuseHandedIn(transaction: Database, { id }: Pick<KeptRater, 'id'>): Promise<void> {
  const rater = await transaction
    .selectFrom('weight_rater')
    .select('submitted_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (rater !== undefined && rater.submitted_at !== null) throw new ProductError('rounds.handedIn')
}

/** A rater of a round: the viewer, or for those who edit anybody. */
export function raterOf(viewer: Viewer, round: KeptRound, id: string | undefined): KeptRater {
  const found = round.raters.find((rater) => (id === undefined ? rater.personId === viewer.userId : rater.id === id))
  if (found === undefined) throw new ProductError('rounds.notInvited')
  if (found.personId !== viewer.userId && !mayEdit(viewer)) throw new ProductError('rounds.notInvited')
  return found
}

async function openSheet(
  viewer: Viewer,
  database: Database,
  id: string,
): Promise<{ round: KeptRound; rater: KeptRater }> {
  const round = await roundOf(viewer, database, id)
  const rater = raterOf(viewer, round, undefined)
  if (!round.isOpen) throw new ProductError('rounds.closed')
  return { round, rater }
}

export async function sheetOf(
  viewer: Viewer,
  database: Database,
  { round, rater }: { readonly round: KeptRound; readonly rater: KeptRater },
): Promise<JudgementSheet> {
  const kept = (await judgementsOf(database, [rater])).get(rater.id) ?? []
  const part = judgedRound(round, [{ rater, judgements: kept }], viewer.locale)
  const [expert] = part.experts
  const result = expert !== undefined && isEnough(expert) ? expertResult(part, { expert, method: 'eigenvector' }) : null
  const judgements = kept.map(({ first, second, judgement, reason }) => ({ first, second, judgement, reason }))
  return { rater: shownRater({ ...rater, answered: kept.length }, viewer), judgements, result }
}

/** The same judgement with the pair in the order of the tree. */
export function orderedPair({ nodes }: Pick<KeptRound, 'nodes'>, pair: PairJudgement): PairJudgement {
  const { first, second, judgement } = pair
  const node = nodes.find(({ children }) => children.includes(first) && children.includes(second))
  if (node === undefined || first === second) throw new ProductError('rounds.unknownPair', { first, second })
  if (node.children.indexOf(first) < node.children.indexOf(second)) return pair
  return { ...pair, first: second, second: first, judgement: judgement === null ? null : 1 / judgement }
}

export async function keepJudgement(
  database: Database,
  { rater, judgement: pair }: { readonly rater: Pick<KeptRater, 'id'>; readonly judgement: PairJudgement },
): Promise<void> {
  const { first, second, judgement, reason } = pair
  await database
    .insertInto('weight_judgement')
    .values({ rater_id: rater.id, first, second, judgement, reason })
    .onConflict((conflict) =>
      conflict.columns(['rater_id', 'first', 'second']).doUpdateSet({ judgement, reason, changed_at: new Date() }),
    )
    .execute()
}
