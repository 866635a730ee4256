import { hash } from 'node:crypto'

/** Tells whether the same cells have been seen before; remembers a digest of each row, not the row. */
export function repeatedRows(): (cells: readonly string[]) => boolean {
  const seen = new Set<string>()
  return (cells) => {
    const digest = hash('md5', cells.join('\u0001'), 'base64')
    if (seen.has(digest)) return true
    seen.add(digest)
    return false
  }
}
