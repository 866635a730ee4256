import type { TableFeature } from '../table/segment-table.ts'

/** What people write behind a colon to say how a column is to be taken. */
export const kindWords: Readonly<Record<string, TableFeature['kind']>> = {
  category: 'category',
  类别: 'category',
  figure: 'figure',
  数值: 'figure',
}
