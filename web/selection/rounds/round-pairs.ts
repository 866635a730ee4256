import type { JudgementSheet, WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'

export interface RoundPair {
  first: string
  second: string
  /** What both are parts of: the goal, or a group. */
  node: string
  /** undefined where nobody has looked at it; null where it was left out on purpose. */
  judgement: number | null | undefined
  reason: string
}

/** Every comparison of a round in its order, with what somebody has judged so far. */
export function roundPairs(
  { nodes }: Pick<WeightRound, 'nodes'>,
  judgements: JudgementSheet['judgements'],
): RoundPair[] {
  const known = new Map(judgements.map((each) => [`${each.first} ${each.second}`, each]))
  return nodes.flatMap(({ name: node, children }) =>
    children.flatMap(({ name: first }, place) =>
      children.slice(place + 1).map(({ name: second }) => {
        const said = known.get(`${first} ${second}`)
        return { first, second, node, judgement: said?.judgement, reason: said?.reason ?? '' }
      }),
    ),
  )
}

/** Where to go on: the next pair that nobody has looked at, else the one that follows. */
export function nextPair(pairs: readonly RoundPair[], from: number): number {
  const places = [...pairs.keys()]
  const open = [...places.slice(from + 1), ...places.slice(0, from)].find(
    (place) => pairs[place]?.judgement === undefined,
  )
  return open ?? Math.min(from + 1, pairs.length - 1)
}
