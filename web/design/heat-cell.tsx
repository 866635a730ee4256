import type { ReactNode } from 'react'

/** A table cell coloured by weight; a button when choosing it leads somewhere. */
export function HeatCell(props: {
  heat: number
  label: string
  className?: string
  onChoose?: (() => void) | undefined
  children: ReactNode
}) {
  return (
    <td className={`vf-heat ${props.className ?? ''}`} style={{ '--heat': props.heat }}>
      {props.onChoose === undefined ? (
        <div className="vf-heat-body">{props.children}</div>
      ) : (
        <button type="button" className="vf-heat-body" onClick={props.onChoose}>
          {props.children}
          <span className="vf-unseen">{props.label}</span>
        </button>
      )}
    </td>
  )
}
