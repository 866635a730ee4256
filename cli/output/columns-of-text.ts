import pc from 'picocolors'
import { padded, textWidth } from './text-width.ts'

/**
 * Rows of cells as lines of a terminal, columns two blanks apart.
 *
 * @param layout `align`: l or r for each column; `header`: whether the first row is one
 */
export function columnsOfText(
  rows: readonly (readonly string[])[],
  layout: { readonly align: string; readonly header?: boolean },
): string[] {
  const widths = [...layout.align].map((_, column) => Math.max(0, ...rows.map((row) => textWidth(row[column] ?? ''))))
  return rows.map((row, index) => {
    const cells = widths.map((width, column) =>
      padded(row[column] ?? '', width, layout.align[column] === 'r' ? 'left' : 'right'),
    )
    const line = `  ${cells.join('  ')}`.trimEnd()
    return layout.header === true && index === 0 ? pc.dim(line) : line
  })
}
