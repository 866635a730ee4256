import type { ExpertWeights, JudgementDisagreement, JudgementQuestion } from '@vitalfew/contract/judgements.ts'
import { acceptableConsistencyRatio } from '@vitalfew/methods/pairwise/consistency.ts'
import type { JudgedPart } from './judged-part.ts'

/** 3 against 1/3: what lies nearer together is not worth a meeting. */
const opposedFactor = 9
const mostOpposed = 5

/** What has to be asked back, and whom: contradictions, half answers, judgements off the scale, people who see it the other way. */
export function judgementQuestions(
  part: JudgedPart,
  { experts, judgements }: { experts: readonly ExpertWeights[]; judgements: readonly JudgementDisagreement[] },
): JudgementQuestion[] {
  const own = experts.flatMap((expert, index): JudgementQuestion[] => {
    const to = { name: expert.name, department: expert.department }
    const half = part.experts[index]?.halfAnswered ?? []
    return [
      ...contradiction(expert),
      ...half.map((pair) => ({ kind: 'halfAnswered' as const, to, ...pair })),
      ...expert.outsideScale.map((pair) => ({ kind: 'outsideScale' as const, to, ...pair })),
    ]
  })
  const opposed = judgements
    .filter(({ isOpposed, lowest, highest }) => isOpposed && highest.judgement / lowest.judgement >= opposedFactor)
    .slice(0, mostOpposed)
    .map(({ first, second, lowest, highest }) => ({ kind: 'opposed' as const, first, second, lowest, highest }))
  return [...own, ...opposed]
}

function contradiction({ name, department, ...found }: ExpertWeights): JudgementQuestion[] {
  const { verdict, consistencyRatio, worstTriad: triad, bestRevision } = found
  if (verdict === 'consistent' || verdict === 'acceptable') return []
  const to = { name, department }
  // One change that leaves it as contradictory as before is no help.
  if (bestRevision !== null && bestRevision.consistencyRatioAfter <= acceptableConsistencyRatio) {
    return [{ kind: 'revise', to, ...bestRevision }]
  }
  if (triad !== null) return [{ kind: 'triad', to, consistencyRatio, triad }]
  return bestRevision === null ? [] : [{ kind: 'revise', to, ...bestRevision }]
}
