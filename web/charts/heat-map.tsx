export interface HeatMapCell {
  /** How strongly it is coloured, 0..1. */
  heat: number
  text: string
}

/** A grid of figures coloured by size. It is a table, so that it is read and printed like one. */
export function HeatMap(props: {
  caption: string
  columnsName: string
  rowsName: string
  columns: readonly string[]
  rows: readonly { label: string; cells: readonly (HeatMapCell | null)[] }[]
}) {
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={props.caption}>
      <table className="vf-heat-map">
        <caption className="vf-unseen">{props.caption}</caption>
        <thead>
          <tr>
            <td rowSpan={2} />
            <th scope="colgroup" colSpan={props.columns.length} className="vf-heat-map-axis">
              {props.columnsName} →
            </th>
          </tr>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, column) => (
                <td key={column} className="vf-heat" style={{ '--heat': cell?.heat ?? 0 }}>
                  {cell?.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="vf-heat-map-axis">↑ {props.rowsName}</p>
    </div>
  )
}
