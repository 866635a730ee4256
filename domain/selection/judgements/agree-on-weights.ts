import type { JudgementReport } from '@vitalfew/contract/judgements.ts'
import { consensus } from '@vitalfew/methods/pairwise/consensus.ts'
import { consensusBand } from './consensus-band.ts'
import { disagreements } from './disagreements.ts'
import { expertResult } from './expert-result.ts'
import { groupResult, type GroupRequest } from './group-result.ts'
import { isHierarchy, type JudgedPart, titleOf } from './judged-part.ts'
import { judgementDigest } from './judgement-digest.ts'
import { judgementQuestions } from './judgement-questions.ts'

/**
 * What judgements come to: weights of each person, each department and all together, how consistent and how united they
 * are, who disagrees with whom on what, and what has to be asked back.
 *
 * @param part as `readJudgements` gives it
 * @param request `shares` names every department and no other
 */
export function agreeOnWeights(part: JudgedPart, request: GroupRequest): JudgementReport {
  const { method, aggregation } = request
  const experts = part.experts.map((expert) => expertResult(part, { expert, method }))
  const weights = experts.map((expert) => expert.weights)
  const { departments, byJudgements, byPriorities } = groupResult(part, { ...request, weights })
  const found = disagreements(part, { experts, departments })
  const united = bounded(consensus(weights).consensus)
  return {
    criteria: [...part.criteria],
    titles: part.criteria.map((criterion) => titleOf(part, criterion)),
    tree: isHierarchy(part) ? treeOf(part, { byJudgements: byJudgements.nodes, byPriorities, aggregation }) : null,
    method,
    aggregation,
    experts,
    departments: [...departments],
    group: {
      weights: aggregation === 'judgements' ? [...byJudgements.weights] : [...byPriorities],
      consistencyRatio: byJudgements.consistencyRatio,
      consensus: united,
      consensusBand: consensusBand(united),
      departmentConsensus: bounded(consensus(departments.map((each) => each.weights)).consensus),
      weightsByJudgements: [...byJudgements.weights],
      weightsByPriorities: [...byPriorities],
    },
    disagreements: found,
    questions: judgementQuestions(part, { experts, judgements: found.judgements }),
    judgements: { sha256: judgementDigest(part), experts: experts.map(({ name }) => name) },
  }
}

function bounded(share: number): number {
  return Math.min(1, Math.max(0, share))
}

/** A node weighs as much as the criteria below it. */
function treeOf(
  { tree, criteria }: JudgedPart,
  found: Pick<GroupRequest, 'aggregation'> & {
    readonly byJudgements: ReadonlyMap<string, number>
    readonly byPriorities: readonly number[]
  },
): NonNullable<JudgementReport['tree']> {
  const leaves = new Map(criteria.map((name, index) => [name, found.byPriorities[index] ?? 0]))
  const weightOf = (name: string): number =>
    leaves.get(name) ??
    tree.filter(({ parent }) => parent === name).reduce((sum, child) => sum + weightOf(child.name), 0)
  const weights = (name: string): number =>
    found.aggregation === 'judgements' ? (found.byJudgements.get(name) ?? 0) : weightOf(name)
  return tree.map(({ name, parent }) => ({ name, parent, weight: bounded(weights(name)) }))
}
