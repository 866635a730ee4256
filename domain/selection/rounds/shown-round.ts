import type { RoundRater, WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import type { Viewer } from '../../access/index.ts'
import { departmentShares } from './department-shares.ts'
import { leavesOf } from './judged-round.ts'
import { type KeptRater, type KeptRound, mayEdit } from './load-round.ts'

/** A round as somebody sees it: who judges beside them is for those who edit. */
export function shownRound(round: KeptRound, viewer: Viewer): WeightRound {
  const { id, title, modelName, modelVersion, nodes, titles, isOpen, createdBy, createdAt, adopted } = round
  const titled = (name: string) => ({ name, title: titles[name] ?? { 'zh-CN': name, en: name } })
  const isEditor = mayEdit(viewer)
  return {
    id,
    title,
    model: `${modelName}@${modelVersion}`,
    nodes: nodes.map(({ parent, children }) => ({ ...titled(parent), children: children.map(titled) })),
    criteria: leavesOf(round).map(titled),
    pairs: pairsOf(round),
    isOpen,
    createdBy,
    createdAt: createdAt.toISOString(),
    adopted,
    shares: isEditor ? sharesOf(round) : [],
    mayEdit: isEditor,
    raters: round.raters
      .filter(({ personId }) => isEditor || personId === viewer.userId)
      .map((rater) => shownRater(rater, viewer)),
  }
}

function sharesOf(round: KeptRound): WeightRound['shares'] {
  const departments = [...new Set(round.raters.map(({ department }) => department))].toSorted()
  return [...departmentShares(round, departments)].map(([department, share]) => ({ department, share }))
}

export function shownRater(rater: KeptRater, viewer: Viewer): RoundRater {
  const { id, personId, name, department, submittedAt, answered } = rater
  const isMe = personId === viewer.userId
  return { id, personId, name, department, answered, submittedAt: submittedAt?.toISOString() ?? null, isMe }
}

/** Comparisons that a round asks for. */
export function pairsOf({ nodes }: Pick<KeptRound, 'nodes'>): number {
  return nodes.reduce((sum, { children }) => sum + (children.length * (children.length - 1)) / 2, 0)
}
