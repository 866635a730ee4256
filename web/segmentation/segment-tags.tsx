import { Tag } from '../design/tag.tsx'
import { useSegmentTitles } from './use-segment-titles.ts'

/** The segments of an account in a list. */
export function SegmentTags(props: { segments: readonly string[] }) {
  const titleOf = useSegmentTitles()
  return props.segments.map((segment) => (
    <Tag key={segment} tone="quiet">
      {titleOf(segment)}
    </Tag>
  ))
}
