import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api } from '../app/api.ts'

/** What a segment is called, with the segmentation it belongs to; a segment that is not known any more keeps its code. */
export function useSegmentTitles(): (segment: string) => string {
  const answer = useQuery(api.segments.list.queryOptions({ staleTime: 60_000 })).data
  const titles = useMemo(
    () =>
      new Map(
        answer?.segmentations.flatMap(({ name, version, segments }) =>
          segments.map((one) => [one.segment, `${name} v${version}: ${one.name}`] as const),
        ),
      ),
    [answer],
  )
  return useCallback((segment) => titles.get(segment) ?? segment, [titles])
}
