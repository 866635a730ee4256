import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { RoundLists } from '@vitalfew/contract/api/selection-rounds.ts'
import type { JudgementReport } from '@vitalfew/contract/judgements.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { agreeOnWeights } from '../judgements/agree-on-weights.ts'
import { modelWeights } from '../judgements/model-weights.ts'
import { findVersion } from '../model/find-version.ts'
import { saveVersion } from '../studio/save-version.ts'
import type { AnswerStudio } from '../studio/studio-work.ts'
import { departmentShares } from './department-shares.ts'
import { isEnough, judgedRound, judgementsOf } from './judged-round.ts'
import { type KeptRound, roundOf, type RoundSources } from './load-round.ts'

const editors = ['administrator', 'analyst'] as const
const request = { method: 'eigenvector', aggregation: 'judgements' } as const

export interface RoundResult {
  readonly report: JudgementReport | null
  readonly waiting: { name: string; department: string }[]
}

/**
 * What the judgements of a round come to: weights of each person, department and all, their consistency and consensus.
 *
 * @throws ProductError `rounds.notFound`
 */
export async function roundResult(
  viewer: Viewer,
  { database }: Pick<RoundSources, 'database'>,
  id: string,
): Promise<RoundResult> {
  authorise(viewer, editors)
  return resultOf(viewer, database, await roundOf(viewer, database, id))
}

async function resultOf(viewer: Viewer, database: RoundSources['database'], round: KeptRound): Promise<RoundResult> {
  const kept = await judgementsOf(database, round.raters)
  const all = round.raters.map((rater) => ({ rater, judgements: kept.get(rater.id) ?? [] }))
  const part = judgedRound(round, all, viewer.locale)
  const waiting = part.experts
    .filter((expert) => !isEnough(expert))
    .map(({ name, department }) => ({ name, department }))
  const experts = part.experts.filter(isEnough)
  const departments = experts.map(({ department }) => department)
  const shares = departmentShares(round, departments)
  return { report: experts.length === 0 ? null : agreeOnWeights({ ...part, experts }, { ...request, shares }), waiting }
}

/**
 * The list of the current run as each department would have it by its weights alone, and the accounts that only one wants.
 *
 * @throws ProductError `rounds.notFound`, `rounds.nothingJudged`, `run.none`, `accounts.fieldHidden`
 */
export async function roundLists(
  viewer: Viewer,
  sources: RoundSources & { readonly answerStudio: AnswerStudio },
  id: string,
): Promise<RoundLists> {
  authorise(viewer, editors)
  const { model } = await agreedModel(viewer, sources, id)
  return RoundLists.parse(await sources.answerStudio({ about: 'lists', viewer, model }))
}

/**
 * Makes the agreed weights, those of each department and where they came from the next version of the model.
 *
 * @throws ProductError `rounds.notFound`, `rounds.nothingJudged`, and what `saveVersion` finds
 */
export async function adoptRound(
  viewer: Viewer,
  sources: RoundSources,
  { id, note }: { readonly id: string; readonly note: string },
): Promise<ModelVersion> {
  authorise(viewer, editors)
  const { model, round } = await agreedModel(viewer, sources, id)
  const saved = await saveVersion(viewer, sources, { model, note: note === '' ? round.title : note })
  await sources.database.updateTable('weight_round').set({ adopted: saved.id }).where('id', '=', id).execute()
  return saved
}

async function agreedModel(
  viewer: Viewer,
  { database, ready }: RoundSources,
  id: string,
): Promise<{ model: SelectionModel; round: KeptRound }> {
  const round = await roundOf(viewer, database, id)
  const { report } = await resultOf(viewer, database, round)
  if (report === null) throw new ProductError('rounds.nothingJudged')
  const version = `${round.modelName}@${round.modelVersion}`
  const model = await findVersion(database, { id: version, ready })
  return { model: { ...model, weights: modelWeights(report) }, round }
}
