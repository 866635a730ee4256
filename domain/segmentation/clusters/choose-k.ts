import { type Locale, type Translate, translator } from '@vitalfew/contract/locale.ts'
import type { SegmentEvaluation, Segmentation, SegmentMeasure } from '@vitalfew/contract/segmentation.ts'
import { gapChoice } from '@vitalfew/methods/clustering/gap-statistic.ts'

type Chosen = Segmentation['chosen']

/** Silhouettes from which clusters are clear, and from which they can at least be recognised. */
const clearFrom = 0.5
const recognisableFrom = 0.25

/**
 * The number of clusters that most measures are for; of equal ones that with the better silhouette.
 *
 * @param evaluations at least one
 */
export function chooseK(
  evaluations: readonly SegmentEvaluation[],
  { gapOfOne, locale }: { readonly gapOfOne: number | null; readonly locale: Locale },
): Chosen {
  const t = translator(locale)
  const votes = votesOf(evaluations)
  const silhouetteOf = (k: number): number => evaluations.find((item) => item.k === k)?.silhouette ?? -1
  const votesFor = (k: number): number => votes.filter((vote) => vote.k === k).length
  const ranked = evaluations
    .map(({ k }) => k)
    .toSorted((one, other) => votesFor(other) - votesFor(one) || silhouetteOf(other) - silhouetteOf(one) || one - other)
  const [k = 1, next] = ranked
  const for_ = votes.filter((vote) => vote.k === k).map(({ measure }) => t(`segmentation.measure.${measure}`))
  const silhouette = silhouetteOf(k)
  const sentences = [
    votes.length === 0
      ? t('segmentation.why.noVotes', { k })
      : t('segmentation.why.votes', {
          k,
          count: for_.length,
          of: votes.length,
          measures: for_.join(t('segmentation.list.comma')),
        }),
    t(`segmentation.why.${structureOf(silhouette)}`, { silhouette: silhouette.toFixed(2) }),
    ...(isBelowOne(evaluations, gapOfOne) ? [t('segmentation.why.perhapsNone')] : []),
    ...(next === undefined ? [] : [t('segmentation.why.next', { k: next, silhouette: silhouetteOf(next).toFixed(2) })]),
  ]
  return { k, why: told(sentences, t), votes }
}

/** The number that was asked for, and what there is to say of it. */
export function askedK(evaluations: readonly SegmentEvaluation[], locale: Locale): Chosen {
  const t = translator(locale)
  const { k = 1, silhouette = null } = evaluations[0] ?? {}
  const asked = t('segmentation.why.asked', { k })
  if (silhouette === null) return { k, why: asked, votes: [] }
  const structure = t(`segmentation.why.${structureOf(silhouette)}`, { silhouette: silhouette.toFixed(2) })
  return { k, why: told([asked, structure], t), votes: [] }
}

/** Sentences one after another; Chinese puts no blank between them. */
function told(sentences: readonly string[], t: Translate): string {
  return sentences.reduce((first, second) => t('segmentation.list.pair', { first, second }))
}

function structureOf(silhouette: number): 'clear' | 'recognisable' | 'weak' {
  if (silhouette >= clearFrom) return 'clear'
  return silhouette >= recognisableFrom ? 'recognisable' : 'weak'
}

/** By the gap statistic a single cluster does as well as any number looked at. */
function isBelowOne(evaluations: readonly SegmentEvaluation[], gapOfOne: number | null): boolean {
  const gaps = evaluations.flatMap(({ gap, gapDeviation }) => (gap === null ? [] : [gap - (gapDeviation ?? 0)]))
  return gapOfOne !== null && gaps.length > 0 && gaps.every((gap) => gap <= gapOfOne)
}

function votesOf(evaluations: readonly SegmentEvaluation[]): Chosen['votes'] {
  if (evaluations.length < 2) return []
  const best = (measure: SegmentMeasure, better: (one: number, other: number) => boolean): Chosen['votes'] => {
    let winner: { k: number; value: number } | null = null
    for (const item of evaluations) {
      const value = item[measure]
      if (value !== null && (winner === null || better(value, winner.value))) winner = { k: item.k, value }
    }
    return winner === null ? [] : [{ measure, k: winner.k }]
  }
  const more = (one: number, other: number): boolean => one > other
  const less = (one: number, other: number): boolean => one < other
  const gaps = evaluations.flatMap(({ k, gap, gapDeviation }) =>
    gap === null ? [] : [{ k, gap, deviation: gapDeviation ?? 0 }],
  )
  const gapVote = gapChoice(gaps)
  return [
    ...best('silhouette', more),
    ...best('calinskiHarabasz', more),
    ...best('daviesBouldin', less),
    ...(gapVote === undefined ? [] : [{ measure: 'gap' as const, k: gapVote }]),
    ...best('bic', less),
  ]
}
