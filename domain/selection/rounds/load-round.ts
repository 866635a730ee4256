import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { CriteriaNode } from '@vitalfew/methods/pairwise/criteria-tree.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { sql } from 'kysely'
import type { Viewer } from '../../access/index.ts'
import { comparedNodes, type ComparedNode } from '../judgements/judged-part.ts'
import { RoundShape, RoundTitles } from './round-tree.ts'

export type Database = StoreClient['database']

/** What the verbs of rounds read from. */
export interface RoundSources {
  readonly database: Database
  readonly ready: readonly SelectionModel[]
}

export interface KeptRater {
  readonly id: string
  readonly personId: string | null
  readonly name: string
  readonly department: string
  readonly submittedAt: Date | null
  readonly answered: number
}

/** A round as it is kept. */
export interface KeptRound {
  readonly id: string
  readonly title: string
  readonly modelName: string
  readonly modelVersion: number
  readonly tree: readonly CriteriaNode[]
  /** As somebody set them, in any scale; see {@link departmentShares}. */
  readonly shares: ReadonlyMap<string, number>
  readonly titles: RoundTitles
  readonly nodes: readonly ComparedNode[]
  readonly isOpen: boolean
  readonly createdBy: string
  readonly createdAt: Date
  readonly adopted: string | null
  readonly raters: readonly KeptRater[]
}

export function mayEdit({ role }: Viewer): boolean {
  return role === 'administrator' || role === 'analyst'
}

/** Rounds that concern a person, the newest first. */
export async function roundsOf(viewer: Viewer, database: Database): Promise<KeptRound[]> {
  const rows = await database
    .selectFrom('weight_round')
    .selectAll()
    .$if(!mayEdit(viewer), (query) =>
      query.where('id', 'in', (inner) =>
        inner.selectFrom('weight_rater').select('round_id').where('person_id', '=', viewer.userId),
      ),
    )
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  const raters = await ratersOf(
    database,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { tree, shares } = RoundShape.parse(row.tree)
    return {
      id: row.id,
      title: row.title,
      modelName: row.model_name,
      modelVersion: row.model_version,
      tree,
      shares: new Map(Object.entries(shares)),
      titles: RoundTitles.parse(row.titles),
      nodes: comparedNodes(tree),
      isOpen: row.is_open,
      createdBy: row.created_by,
      createdAt: row.created_at,
      adopted: row.adopted,
      raters: raters.get(row.id) ?? [],
    }
  })
}

/**
 * One round. For whoever was not invited it is not there.
 *
 * @throws ProductError `rounds.notFound`
 */
export async function roundOf(viewer: Viewer, database: Database, id: string): Promise<KeptRound> {
  const found = (await roundsOf(viewer, database)).find((round) => round.id === id)
  if (found === undefined) throw new ProductError('rounds.notFound')
  return found
}

async function ratersOf(database: Database, rounds: readonly string[]): Promise<Map<string, KeptRater[]>> {
  if (rounds.length === 0) return new Map()
  const rows = await database
    .selectFrom('weight_rater')
    .selectAll()
    .select(
      sql<number>`(SELECT count(*)::int FROM weight_judgement j WHERE j.rater_id = weight_rater.id)`.as('answered'),
    )
    .where('round_id', 'in', rounds)
    .orderBy('department')
    .orderBy('name')
    .execute()
  return Map.groupBy(
    rows.map(({ id, round_id, person_id, name, department, submitted_at, answered }) => ({
      roundId: round_id,
      id,
      personId: person_id,
      name,
      department,
      submittedAt: submitted_at,
      answered,
    })),
    ({ roundId }) => roundId,
  )
}
