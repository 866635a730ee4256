import type { PageWindow } from './page-window.ts'
import { useReader } from './reader.tsx'

const pageSizes = [20, 50, 100, 200]

/** Page numbers with a total, as the users of such lists expect, and how many rows a page has. */
export function Pager(props: {
  window: PageWindow
  rows: number
  perPage: number
  setPage: (page: number) => void
  setPerPage: (perPage: number) => void
}) {
  const { t, format } = useReader()
  const { from, to } = props.window
  return (
    <nav className="vf-pager" aria-label={t('report.table.pages')}>
      <span className="vf-pager-total" role="status">
        {t('report.table.range', {
          from: format.count(props.rows === 0 ? 0 : from + 1),
          to: format.count(to),
          total: format.count(props.rows),
        })}
      </span>
      <PageNumbers window={props.window} onPage={props.setPage} />
      <select
        className="vf-pager-size"
        value={props.perPage}
        onChange={(event) => props.setPerPage(Number(event.target.value))}
        aria-label={t('report.table.perPage')}
      >
        {pageSizes.map((size) => (
          <option key={size} value={size}>
            {t('report.table.rowsPerPage', { rows: size })}
          </option>
        ))}
      </select>
    </nav>
  )
}

function PageNumbers(props: { window: PageWindow; onPage: (page: number) => void }) {
  const { t } = useReader()
  const { page, pages, numbers } = props.window
  const turn = (to: number, words: { sign: string; label: string }) => (
    <button type="button" disabled={to < 1 || to > pages} onClick={() => props.onPage(to)} aria-label={words.label}>
      {words.sign}
    </button>
  )
  return (
    <span className="vf-pager-numbers">
      {turn(page - 1, { sign: '‹', label: t('report.table.previous') })}
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
      {turn(page + 1, { sign: '›', label: t('report.table.next') })}
    </span>
  )
}
