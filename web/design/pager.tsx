import type { PageWindow } from './page-window.ts'
import { useReader } from './reader.tsx'

const pageSizes = [20, 50, 100, 200]

/** Page numbers with a total, as the users of such lists expect, and how many rows a page has. */
export function Pager(props: {
  window: PageWindow
  rows: number
  perPage: number
  onPage: (page: number) => void
  onPerPage: (perPage: number) => void
}) {
  const { t, format } = useReader()
  const { page, pages, numbers, from, to } = props.window
  return (
    <nav className="vf-pager" aria-label={t('report.table.pages')}>
      <span className="vf-pager-total" role="status">
        {t('report.table.range', {
          from: format.count(props.rows === 0 ? 0 : from + 1),
          to: format.count(to),
          total: format.count(props.rows),
        })}
      </span>
      <span className="vf-pager-numbers">
        <button
          type="button"
          disabled={page === 1}
          onClick={() => props.onPage(page - 1)}
          aria-label={t('report.table.previous')}
        >
          ‹
        </button>
        {numbers.map((number, index) =>
          number === null ? (
            <span key={`gap-${index}`} aria-hidden="true">
              …
            </span>
          ) : (
            <button
              type="button"
              key={number}
              aria-current={number === page ? 'page' : undefined}
              onClick={() => props.onPage(number)}
            >
              {number}
            </button>
          ),
        )}
        <button
          type="button"
          disabled={page === pages}
          onClick={() => props.onPage(page + 1)}
          aria-label={t('report.table.next')}
        >
          ›
        </button>
      </span>
      <label className="vf-pager-size">
        <select
          value={props.perPage}
          onChange={(event) => props.onPerPage(Number(event.target.value))}
          aria-label={t('report.table.perPage')}
        >
          {pageSizes.map((size) => (
            <option key={size} value={size}>
              {t('report.table.rowsPerPage', { rows: size })}
            </option>
          ))}
        </select>
      </label>
    </nav>
  )
}
