import { type NamedSegmentation, segmentationTitle } from './named-segmentations.ts'

/** Segments in words, as `s.segments` beside `account_row AS a`; values by {@link segmentParameters}. */
export const segmentJoin = `LEFT JOIN (
  SELECT account_key,
    arraySort(groupUniqArray(transform(toString(segment), {segmentCodes:Array(String)}, {segmentTitles:Array(String)}, ''))) AS segments
  FROM account_segment
  WHERE run_id = {runId:String} AND segmentation IN {segmentations:Array(String)}
  GROUP BY account_key
) AS s ON s.account_key = a.account_key`

export function segmentParameters(segmentations: readonly NamedSegmentation[]) {
  const named = segmentations.flatMap((segmentation) =>
    segmentation.clusters.map(({ cluster, name }) => ({
      code: `${segmentation.id}:${cluster}`,
      title: `${segmentationTitle(segmentation)}: ${name}`,
    })),
  )
  // The engine wants at least one pair to look up.
  const pairs = named.length === 0 ? [{ code: '', title: '' }] : named
  return {
    segmentations: segmentations.map(({ id }) => id),
    segmentCodes: pairs.map(({ code }) => code),
    segmentTitles: pairs.map(({ title }) => title),
  }
}
