/** The colour of a group, beside its number: nobody has to tell colours apart. */
export function SegmentDot(props: { id: number }) {
  return <i className="vf-segment-dot" style={{ background: segmentColour(props.id) }} aria-hidden="true" />
}

/** Eight colours; later groups begin again. */
export function segmentColour(id: number): string {
  return `var(--vf-segment-${((id - 1) % 8) + 1})`
}
