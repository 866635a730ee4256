import type { SegmentMeasure, Segmentation } from '@vitalfew/contract/segmentation.ts'

/** In the order of the columns; named here, so that the page need not carry the schemas. */
const shownMeasures: readonly SegmentMeasure[] = ['silhouette', 'calinskiHarabasz', 'daviesBouldin', 'gap', 'bic']

export interface EvaluationTable {
  /** Measures that say something, in the order of the contract. */
  measures: SegmentMeasure[]
  hasInertia: boolean
  rows: {
    k: number
    isChosen: boolean
    inertia: number | null
    cells: { value: number | null; isBest: boolean }[]
  }[]
}

/** The numbers of groups side by side, the choice of each measure marked. */
export function prepareEvaluations({
  evaluations,
  chosen,
}: Pick<Segmentation, 'evaluations' | 'chosen'>): EvaluationTable {
  const measures = shownMeasures.filter((measure) => evaluations.some((item) => item[measure] !== null))
  return {
    measures,
    hasInertia: evaluations.some(({ inertia }) => inertia !== null),
    rows: evaluations.map((item) => ({
      k: item.k,
      isChosen: item.k === chosen.k,
      inertia: item.inertia,
      cells: measures.map((measure) => ({
        value: item[measure],
        isBest: chosen.votes.some((vote) => vote.measure === measure && vote.k === item.k),
      })),
    })),
  }
}
