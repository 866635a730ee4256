import { chosen, oneOf, textOf, type RawSearch } from '../app/search-params.ts'

export const segmentParts = ['studio', 'saved', 'compare'] as const
export type SegmentPart = (typeof segmentParts)[number]

/** What the address of the segments page carries: the part, the trial that is shown, and the saved one that is open. */
export interface SegmentsSearch {
  part?: SegmentPart
  trial?: string
  open?: string
}

export function segmentsSearch(search: RawSearch): SegmentsSearch {
  return chosen({
    part: oneOf(search['part'], segmentParts),
    trial: idOf(search['trial']),
    open: idOf(search['open']),
  })
}

function idOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined
}
