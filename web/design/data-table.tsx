import { useMemo, useState, type ReactNode } from 'react'
import { pageWindow } from './page-window.ts'
import { Pager } from './pager.tsx'
import { useReader } from './reader.tsx'
import { usePrinting } from './printing.tsx'
import { nextOrder, sortRows, type SortOrder, type SortValue } from './sort-rows.ts'

export interface Column<Row> {
  name: string
  header: string
  /** The unit of the figures, in the header so that cells stay plain numbers. */
  unit?: string
  isNumber: boolean
  value: (row: Row) => SortValue
  cell: (row: Row) => ReactNode
}

/** A list to work with: any column sorts it, pages have numbers and a total. The first column names the row. */
export function DataTable<Row>(props: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  order: SortOrder
  empty: string
}) {
  const { locale } = useReader()
  const [order, setOrder] = useState(props.order)
  const sorted = useMemo(() => {
    const column = props.columns.find(({ name }) => name === order.column)
    if (column === undefined) return props.rows
    return sortRows(props.rows, { value: column.value, descending: order.descending, locale })
  }, [props.rows, props.columns, order, locale])
  const paging = usePaging(props.rows, sorted.length)
  const { window } = paging
  const sortBy = (column: Column<Row>) => {
    setOrder(nextOrder(order, { column: column.name, isNumber: column.isNumber }))
    paging.setPage(1)
  }
  return (
    <div className="vf-data-table">
      <div className="vf-scroll" role="region" aria-label={props.caption} tabIndex={0}>
        <table className="vf-table vf-table-sortable">
          <caption className="vf-unseen">{props.caption}</caption>
          <thead>
            <tr>
              {props.columns.map((column) => (
                <HeaderCell key={column.name} column={column} order={order} onSort={() => sortBy(column)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(window.from, window.to).map((row) => (
              <tr key={props.rowKey(row)}>
                {props.columns.map((column, index) => (
                  <BodyCell key={column.name} column={column} row={row} isName={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {sorted.length === 0 && <p className="vf-empty">{props.empty}</p>}
      </div>
      <Pager rows={sorted.length} {...paging} />
    </div>
  )
}

/** The page of a list; other rows are another list, which begins at its first page. */
function usePaging(rows: readonly unknown[], count: number) {
  const [place, setPlace] = useState({ rows, page: 1 })
  const [perPage, setPerPage] = useState(20)
  const page = place.rows === rows ? place.page : 1
  const setPage = (next: number) => setPlace({ rows, page: next })
  return {
    window: pageWindow(page, { rows: count, perPage }),
    perPage,
    setPage,
    setPerPage: (size: number) => {
      setPerPage(size)
      setPage(1)
    },
  }
}

function HeaderCell<Row>(props: { column: Column<Row>; order: SortOrder; onSort: () => void }) {
  const { column, order } = props
  const isPrinting = usePrinting()
  const isSorted = order.column === column.name
  const direction = order.descending ? 'descending' : 'ascending'
  const words = (
    <span>
      {column.header}
      {column.unit !== undefined && column.unit !== '' && <small>{column.unit}</small>}
    </span>
  )
  return (
    <th scope="col" className={column.isNumber ? 'vf-number' : undefined} aria-sort={isSorted ? direction : 'none'}>
      {isPrinting ? (
        words
      ) : (
        <button type="button" onClick={props.onSort}>
          {words}
          <span className="vf-sort-mark" aria-hidden="true">
            {isSorted ? (order.descending ? '↓' : '↑') : '↕'}
          </span>
        </button>
      )}
    </th>
  )
}

function BodyCell<Row>(props: { column: Column<Row>; row: Row; isName: boolean }) {
  const { column, row } = props
  if (props.isName) return <th scope="row">{column.cell(row)}</th>
  return <td className={column.isNumber ? 'vf-number' : undefined}>{column.cell(row)}</td>
}
