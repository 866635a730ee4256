import type { ReactNode } from 'react'

/** What a page is called, what it says in one sentence, and what can be done with all of it. */
export function PageHead(props: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="vf-page-head">
      <div>
        <h1>{props.title}</h1>
        {props.lead !== undefined && <p className="vf-lead">{props.lead}</p>}
      </div>
      {props.children !== undefined && <div className="vf-page-actions">{props.children}</div>}
    </header>
  )
}
