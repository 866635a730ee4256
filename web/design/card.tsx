import type { ReactNode } from 'react'

export function Card(props: { title?: string; note?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <div className={`vf-card ${props.className ?? ''}`}>
      {props.title !== undefined && <h3 className="vf-card-title">{props.title}</h3>}
      {props.note !== undefined && <p className="vf-note">{props.note}</p>}
      {props.children}
    </div>
  )
}
