import { randomUUID } from 'node:crypto'
import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { findVersion } from '../model/find-version.ts'
import { type Database, roundOf, type RoundSources, roundsOf } from './load-round.ts'
import { type CriteriaGroup, roundTree } from './round-tree.ts'
import { shownRound } from './shown-round.ts'

const editors = ['administrator', 'analyst'] as const
const invited = ['administrator', 'analyst', 'manager', 'accountManager'] as const

export interface NewRater {
  readonly personId: string | null
  /** Of somebody who does not sign in. */
  readonly name?: string | undefined
  readonly department: string
}

/** Rounds that concern the viewer: all for those who edit, otherwise those they were invited to. */
export async function listRounds(viewer: Viewer, database: Database): Promise<{ rows: WeightRound[] }> {
  authorise(viewer, invited)
  return { rows: (await roundsOf(viewer, database)).map((round) => shownRound(round, viewer)) }
}

/** @throws ProductError `rounds.notFound` */
export async function getRound(viewer: Viewer, database: Database, id: string): Promise<WeightRound> {
  authorise(viewer, invited)
  return shownRound(await roundOf(viewer, database, id), viewer)
}

export interface CreateRound {
  readonly title: string
  readonly model: string
  readonly groups?: readonly CriteriaGroup[] | undefined
  readonly raters: readonly NewRater[]
}

/** @throws ProductError `model.notFound`, `rounds.fewCriteria`, `rounds.invitedTwice`, `rounds.raterName`, `judgements.*` */
export async function createRound(
  viewer: Viewer,
  { database, ready }: RoundSources,
  { title, model: version, groups, raters }: CreateRound,
): Promise<WeightRound> {
  authorise(viewer, editors)
  const model = await findVersion(database, { id: version, ready })
  const { tree, titles } = roundTree(model, groups)
  const id = randomUUID()
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('weight_round')
      .values({
        id,
        title,
        model_name: model.name,
        model_version: model.version,
        tree: JSON.stringify(tree),
        titles: JSON.stringify(titles),
        created_by: viewer.name,
      })
      .execute()
    for (const rater of raters) await addRater(transaction, { round: id, rater })
    const details = { title, model: version, raters: raters.length }
    await recordAudit(transaction, { viewer, action: 'round.created', subject: `round:${id}`, details })
  })
  return getRound(viewer, database, id)
}

/** @throws ProductError `rounds.notFound` */
export async function setRoundOpen(
  viewer: Viewer,
  database: Database,
  { id, isOpen }: { readonly id: string; readonly isOpen: boolean },
): Promise<WeightRound> {
  return changed(viewer, database, {
    id,
    action: isOpen ? 'round.opened' : 'round.closed',
    change: async (transaction) => {
      await transaction.updateTable('weight_round').set({ is_open: isOpen }).where('id', '=', id).execute()
    },
  })
}

/** @throws ProductError `rounds.notFound` */
export async function removeRound(viewer: Viewer, database: Database, id: string): Promise<void> {
  authorise(viewer, editors)
  const { title } = await roundOf(viewer, database, id)
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('weight_round').where('id', '=', id).execute()
    await recordAudit(transaction, { viewer, action: 'round.removed', subject: `round:${id}`, details: { title } })
  })
}

/** @throws ProductError `rounds.notFound`, `rounds.invitedTwice`, `rounds.raterName`, `access.notFound` */
export async function inviteRater(
  viewer: Viewer,
  database: Database,
  { id, ...rater }: NewRater & { readonly id: string },
): Promise<WeightRound> {
  return changed(viewer, database, {
    id,
    action: 'round.invited',
    change: (transaction) => addRater(transaction, { round: id, rater }),
  })
}

/** @throws ProductError `rounds.notFound` */
export async function uninviteRater(
  viewer: Viewer,
  database: Database,
  { id, rater }: { readonly id: string; readonly rater: string },
): Promise<WeightRound> {
  return changed(viewer, database, {
    id,
    action: 'round.uninvited',
    change: async (transaction) => {
      await transaction.deleteFrom('weight_rater').where('id', '=', rater).where('round_id', '=', id).execute()
    },
  })
}

async function changed(
  viewer: Viewer,
  database: Database,
  {
    id,
    action,
    change,
  }: { readonly id: string; readonly action: string; readonly change: (transaction: Database) => Promise<void> },
): Promise<WeightRound> {
  authorise(viewer, editors)
  await roundOf(viewer, database, id)
  await database.transaction().execute(async (transaction) => {
    await change(transaction)
    await recordAudit(transaction, { viewer, action, subject: `round:${id}` })
  })
  return getRound(viewer, database, id)
}

async function addRater(
  transaction: Database,
  { round, rater }: { readonly round: string; readonly rater: NewRater },
): Promise<void> {
  const { personId, department } = rater
  const name = personId === null ? rater.name : await nameOf(transaction, personId)
  if (name === undefined) throw new ProductError('rounds.raterName', { department })
  const values = { id: randomUUID(), round_id: round, person_id: personId, name, department }
  const added = await transaction
    .insertInto('weight_rater')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) throw new ProductError('rounds.invitedTwice', { name, department })
}

/** @throws ProductError `access.notFound` for nobody, or for a person who may not judge */
async function nameOf(transaction: Database, personId: string): Promise<string> {
  const person = await transaction
    .selectFrom('person')
    .select(['name', 'role'])
    .where('id', '=', personId)
    .where('is_active', '=', true)
    .executeTakeFirst()
  if (person === undefined || person.role === 'viewer') throw new ProductError('access.notFound')
  return person.name
}
