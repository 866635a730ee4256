import type { FoundNames } from '@vitalfew/contract/identity.ts'
import { nameFinder } from './names/find-names.ts'
import type { IdentityTable } from './table/read-identity-table.ts'

/** For each record of a table the records of another that its name most likely means. One column of each is looked at. */
export function* findTableNames(
  asked: IdentityTable,
  { among, most }: { readonly among: IdentityTable; readonly most: number },
): Generator<FoundNames> {
  const [names, known] = [asked.columns[0], among.columns[0]]
  if (names === undefined || known === undefined) return
  const firstWith = new Map<number, number>()
  known.codes.forEach((code, record) => {
    if (code !== 0 && !firstWith.has(code)) firstWith.set(code, record)
  })
  const finder = nameFinder(known.values)
  for (const [record, code] of names.codes.entries()) {
    const name = names.values[code] ?? ''
    const found = code === 0 ? [] : finder.find(name, most)
    yield {
      id: asked.ids[record] ?? '',
      name,
      found: found.map(({ index, score }, i) => ({
        rank: i + 1,
        id: among.ids[firstWith.get(index) ?? 0] ?? '',
        name: known.values[index] ?? '',
        score: Math.round(score * 1000) / 1000,
      })),
    }
  }
}
