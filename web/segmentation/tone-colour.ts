import type { MapColouring } from './map-colourings.ts'
import { segmentColour } from './segment-dot.tsx'

/** The colour of a tone; what is not known is pale. */
export function toneColour(kind: MapColouring['kind'], tone: number): string {
  if (tone === 0) return 'var(--vf-line-strong)'
  return kind === 'scale' ? `var(--vf-amount-${tone})` : segmentColour(tone)
}
