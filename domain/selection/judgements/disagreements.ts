import type { DepartmentWeights, ExpertWeights, JudgementReport } from '@vitalfew/contract/judgements.ts'
import { judgementSpreads } from '@vitalfew/methods/pairwise/judgement-spreads.ts'
import { priorityDisagreements } from '@vitalfew/methods/pairwise/priority-disagreements.ts'
import { judgementTolerance } from './check-judgements.ts'
import { comparedNodes, type JudgedPart, valuesOf } from './judged-part.ts'
import { reasonFor } from './reason-for.ts'

/** Who disagrees with whom on what: departments and people by their weights, and comparison by comparison. */
export function disagreements(
  part: JudgedPart,
  { experts, departments }: { experts: readonly ExpertWeights[]; departments: readonly DepartmentWeights[] },
): JudgementReport['disagreements'] {
  return {
    departments: byWeights(part, { who: departments.map(({ department }) => department), of: departments }),
    experts: byWeights(part, { who: experts.map(({ name, department }) => ({ name, department })), of: experts }),
    judgements: byJudgements(part),
  }
}

interface Weighted {
  readonly weights: readonly number[]
}

function byWeights<Who>(
  { criteria }: JudgedPart,
  { who, of }: { readonly who: readonly Who[]; readonly of: readonly Weighted[] },
) {
  return priorityDisagreements(of.map(({ weights }) => weights)).flatMap((found) => {
    const [first, second] = [who[found.first], who[found.second]]
    if (first === undefined || second === undefined) return []
    const weightOf = (place: number): number => of[place]?.weights[found.criterion] ?? 0
    return [
      {
        first,
        second,
        distance: Math.min(1, found.distance),
        criterion: criteria[found.criterion] ?? '',
        firstWeight: weightOf(found.first),
        secondWeight: weightOf(found.second),
      },
    ]
  })
}

function byJudgements(part: JudgedPart): JudgementReport['disagreements']['judgements'] {
  const found = comparedNodes(part.tree).flatMap(({ children }, node) => {
    const matrices = part.experts.map(({ matrices: own }) => valuesOf(own[node] ?? []))
    return judgementSpreads(matrices, { tolerance: judgementTolerance }).map((spread) => {
      const pair = { first: children[spread.row] ?? '', second: children[spread.column] ?? '' }
      const answer = ({ expert, judgement }: { readonly expert: number; readonly judgement: number }) => {
        const person = part.experts[expert]
        const reason = person === undefined ? null : reasonFor(person, pair)
        return { name: person?.name ?? '', department: person?.department ?? '', judgement, reason }
      }
      const { answers, mean, isOpposed } = spread
      const [lowest, highest] = [answer(spread.lowest), answer(spread.highest)]
      return { ...pair, answers, mean, spread: spread.spread, lowest, highest, isOpposed }
    })
  })
  const differing = found.filter(({ spread }) => spread > 1)
  return differing.toSorted((a, b) => b.spread - a.spread)
}
