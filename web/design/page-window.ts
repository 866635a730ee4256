export interface PageWindow {
  page: number
  pages: number
  /** Rows of the page: from (inclusive) to (exclusive). */
  from: number
  to: number
  /** Page numbers to offer; null is a gap. */
  numbers: (number | null)[]
}

/** Which rows a page shows and which page numbers lead on: 1 … 4 5 6 … 20. Pages count from 1 and are kept in range. */
export function pageWindow(page: number, sizes: { rows: number; perPage: number }): PageWindow {
  const pages = Math.max(1, Math.ceil(sizes.rows / sizes.perPage))
  const current = Math.min(Math.max(1, page), pages)
  const from = (current - 1) * sizes.perPage
  return {
    page: current,
    pages,
    from,
    to: Math.min(sizes.rows, from + sizes.perPage),
    numbers: offered(current, pages),
  }
}

function offered(current: number, pages: number): (number | null)[] {
  const wanted = [1, current - 1, current, current + 1, pages].filter((number) => number >= 1 && number <= pages)
  const ascending = [...new Set(wanted)].toSorted((a, b) => a - b)
  return ascending.flatMap((number, index) => {
    const previous = ascending[index - 1] ?? 0
    if (number - previous === 2) return [number - 1, number]
    return number - previous > 2 ? [null, number] : [number]
  })
}
