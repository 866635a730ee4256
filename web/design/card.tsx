import type { ReactNode } from 'react'
import { useHeadingLevel } from './heading-level.tsx'

export function Card(props: { title?: string; note?: ReactNode; className?: string; children: ReactNode }) {
  const Heading = `h${useHeadingLevel()}` as const
  return (
    <div className={`vf-card ${props.className ?? ''}`}>
      {props.title !== undefined && <Heading className="vf-card-title">{props.title}</Heading>}
      {props.note !== undefined && <p className="vf-note">{props.note}</p>}
      {props.children}
    </div>
  )
}
