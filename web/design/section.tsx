import type { ReactNode } from 'react'
import { HeadingLevelProvider } from './heading-level.tsx'

/** A chapter of a page: its name, what was found in one sentence, and the evidence. */
export function Section(props: {
  id: string
  title: string
  lead?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  const heading = `${props.id}-heading`
  return (
    <section className="vf-section" id={props.id} aria-labelledby={heading} tabIndex={-1}>
      <header className="vf-section-head">
        <div>
          <h2 id={heading}>{props.title}</h2>
          {props.lead !== undefined && <p className="vf-lead">{props.lead}</p>}
        </div>
        {props.aside}
      </header>
      <HeadingLevelProvider level={3}>{props.children}</HeadingLevelProvider>
    </section>
  )
}
