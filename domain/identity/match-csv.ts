import type { FoundNames, MatchedPair } from '@vitalfew/contract/identity.ts'
import type { MatchedTable } from './match-table.ts'

const rowsAtOnce = 20_000

/** The records and their clusters as lines of CSV, some thousands at a time. */
export function* clusterCsv({ table, clusters }: MatchedTable): Generator<string> {
  yield 'id,cluster\n'
  for (let from = 0; from < table.ids.length; from += rowsAtOnce) {
    const ids = table.ids.slice(from, from + rowsAtOnce)
    yield ids.map((id, i) => `${cell(id)},${clusters[from + i] ?? 0}\n`).join('')
  }
}

/** Pairs and their evidence as lines of CSV: the level and the bits of each field. */
export function* pairCsv(pairs: Iterable<MatchedPair>): Generator<string> {
  let isFirst = true
  for (const pair of pairs) {
    if (isFirst) {
      const fields = pair.fields.flatMap(({ field }) => [field, `${field}.level`, `${field}.bits`])
      yield `${['left', 'right', 'together', 'band', 'probability', 'bits', 'priorBits', ...fields].map(cell).join(',')}\n`
      isFirst = false
    }
    const head = [pair.left, pair.right, String(pair.together), pair.band, pair.probability, pair.bits, pair.priorBits]
    const fields = pair.fields.flatMap(({ left, right, level, bits }) => [
      left === right ? left : `${left} | ${right}`,
      level,
      bits,
    ])
    yield `${[...head, ...fields].map(cell).join(',')}\n`
  }
}

/** Names that may be meant, one line each. */
export function* foundNamesCsv(names: Iterable<FoundNames>): Generator<string> {
  yield 'id,name,rank,foundId,foundName,score\n'
  for (const { id, name, found } of names) {
    yield found.map((each) => `${[id, name, each.rank, each.id, each.name, each.score].map(cell).join(',')}\n`).join('')
  }
}

/** A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
