import type { JudgementSheet } from '@vitalfew/contract/api/selection-rounds.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { authorise, type Viewer } from '../../access/index.ts'
import { recordAudit } from '../../audit/index.ts'
import { checkJudgements } from '../judgements/check-judgements.ts'
import { isHierarchy } from '../judgements/judged-part.ts'
import { questionnaireFile } from '../judgements/questionnaire-file.ts'
import { renamedCriteria } from '../judgements/renamed-criteria.ts'
import { workbookJudgements } from '../judgements/workbook-judgements.ts'
import { keepJudgement, orderedPair, raterOf, refuseHandedIn, sheetOf, type SheetWanted } from './judge-pairs.ts'
import { type Database, type KeptRound, roundOf } from './load-round.ts'

const invited = ['administrator', 'analyst', 'manager', 'accountManager'] as const

/**
 * The questions of a round as a workbook, for somebody who would rather fill in a file.
 *
 * @throws ProductError `rounds.notFound`, `rounds.notInvited`, `rounds.hierarchyFile`
 */
export async function roundQuestionnaire(
  viewer: Viewer,
  database: Database,
  wanted: SheetWanted,
): Promise<{ file: string; content: string }> {
  authorise(viewer, invited)
  const round = await roundOf(viewer, database, wanted.id)
  const { name, department } = raterOf(viewer, round, wanted.rater)
  const { locale } = viewer
  const criteria = criteriaOf(round).map(({ id, title }) => ({ id, title: title[locale] }))
  const bytes = await questionnaireFile({ locale, criteria, name, department })
  return { file: `${round.title}-${department}-${name}.xlsx`, content: Buffer.from(bytes).toString('base64') }
}

/**
 * Takes in what somebody filled into a workbook; it takes the place of what they judged before. Who signs in takes back
 * first what they handed in; for those who do not, a newer workbook stands in for the older one.
 *
 * @throws ProductError `rounds.*`, `judgements.*` with sheet and cell, `input.damaged`
 */
export async function takeQuestionnaire(
  viewer: Viewer,
  database: Database,
  { content, ...wanted }: SheetWanted & { readonly content: string },
): Promise<JudgementSheet> {
  authorise(viewer, invited)
  const round = await roundOf(viewer, database, wanted.id)
  const rater = raterOf(viewer, round, wanted.rater)
  if (!round.isOpen) throw new ProductError('rounds.closed')
  const criteria = criteriaOf(round)
  const file = `${rater.name}.xlsx`
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length === 0) throw new ProductError('input.empty', { file, path: file })
  const [part] = await workbookJudgements(bytes, { file, path: file })
  if (part === undefined) throw new ProductError('judgements.noSheet', { file, sheets: '' })
  const named = renamedCriteria(part, {
    file: round.title,
    criteria: criteria.map(({ id, title }) => ({ id, title: title[viewer.locale], otherNames: Object.values(title) })),
  })
  checkJudgements(named)
  const [expert] = named.experts
  const reasons = expert?.reasons ?? []
  await database.transaction().execute(async (transaction) => {
    if (rater.personId !== null) await refuseHandedIn(transaction, rater)
    await transaction.deleteFrom('weight_judgement').where('rater_id', '=', rater.id).execute()
    for (const [row, first] of named.criteria.entries()) {
      for (const [next, second] of named.criteria.slice(row + 1).entries()) {
        const column = row + 1 + next
        const there = expert?.matrices[0]?.[row]?.[column]?.value
        const back = expert?.matrices[0]?.[column]?.[row]?.value
        const judgement = there ?? (back === undefined || back === null ? null : 1 / back)
        if (judgement === null) continue
        const said = reasons.find(
          (each) => [each.first, each.second].includes(first) && [each.first, each.second].includes(second),
        )
        const pair = { first, second, judgement, reason: said?.reason.slice(0, 500) ?? '' }
        await keepJudgement(transaction, { rater, judgement: orderedPair(round, pair) })
      }
    }
    await transaction.updateTable('weight_rater').set({ submitted_at: new Date() }).where('id', '=', rater.id).execute()
    const details = { rater: rater.name, department: rater.department }
    await recordAudit(transaction, { viewer, action: 'round.fileTaken', subject: `round:${round.id}`, details })
  })
  const renewed = await roundOf(viewer, database, wanted.id)
  return sheetOf(viewer, database, { round: renewed, rater: raterOf(viewer, renewed, wanted.rater) })
}

/** @throws ProductError `rounds.hierarchyFile`: a questionnaire compares all criteria with each other */
function criteriaOf(round: KeptRound) {
  if (isHierarchy(round)) throw new ProductError('rounds.hierarchyFile')
  return (round.nodes[0]?.children ?? []).map((id) => ({ id, title: round.titles[id] ?? { 'zh-CN': id, en: id } }))
}
