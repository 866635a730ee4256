import { distinctTexts } from '../table/distinct-texts.ts'
import type { IdentityTable } from '../table/read-identity-table.ts'
import type { KnownRecords } from './known-records.ts'

/** Known and new records as one table: the new ones first. */
export function together(asked: IdentityTable, known: Pick<KnownRecords, 'ids' | 'texts'>): IdentityTable {
  return {
    ids: [...asked.ids, ...known.ids],
    columns: asked.columns.map(({ header, codes, values }, column) => {
      const texts = distinctTexts()
      for (const code of codes) texts.add(values[code] ?? '')
      for (const record of known.texts) texts.add(record[column] ?? '')
      return { header, ...texts.column() }
    }),
  }
}
