import type { ReactNode } from 'react'

export type Tone = 'accent' | 'outline' | 'quiet' | 'warn'

/** A short word on an object: its tier, class or stage. */
export function Tag(props: { tone: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`vf-tag vf-tag-${props.tone}`} title={props.title}>
      {props.children}
    </span>
  )
}
