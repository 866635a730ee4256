import type { ReactNode } from 'react'

/** The figures of a chart as a table, one click away. */
export function FiguresBehind(props: {
  label: string
  headers: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}) {
  return (
    <details className="vf-figures">
      <summary>{props.label}</summary>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={props.label}>
        <table className="vf-table">
          <thead>
            <tr>
              {props.headers.map((header, index) => (
                <th scope="col" key={header} className={index === 0 ? undefined : 'vf-number'}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} className={column === 0 ? undefined : 'vf-number'}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
