import type { LabelColumn, LabelValue } from './data-profile.query.ts'
import { labelEndings } from './label-endings-lexicon.ts'

export interface SpellingVariant {
  readonly column: LabelColumn
  /** What stands there, and what is meant. */
  readonly from: string
  readonly to: string
}

/** A text that comes at most so often as the one it is taken for, where only letters speak for it. */
const rareShare = 0.05

/**
 * Texts of a column that are another one in other words: other width, case, spaces or punctuation, an ending such as 区
 * or 省, and in Latin letters one wrong letter of a rare text. The text that comes more often is what is meant.
 */
export function spellingVariants(column: LabelColumn, values: readonly LabelValue[]): SpellingVariant[] {
  const byLines = values.toSorted((a, b) => b.lines - a.lines || (a.value < b.value ? -1 : 1))
  const standards = new Map<string, LabelValue>()
  const found: SpellingVariant[] = []
  for (const item of byLines) {
    const key = plain(item.value).replace(labelEndings[column] ?? /$^/, '') || plain(item.value)
    const standard = standards.get(key) ?? oneLetterOff(item, key, standards)
    if (standard === undefined) standards.set(key, item)
    else found.push({ column, from: item.value, to: standard.value })
  }
  return found
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '')
}

function oneLetterOff(
  item: LabelValue,
  key: string,
  standards: ReadonlyMap<string, LabelValue>,
): LabelValue | undefined {
  if (!/^[a-z]{6,}$/.test(key)) return undefined
  for (const [other, standard] of standards) {
    if (/^[a-z]{6,}$/.test(other) && item.lines <= rareShare * standard.lines && isOneEdit(key, other)) return standard
  }
  return undefined
}

/** Whether one letter added, left out or exchanged makes one text of the other, or two neighbours that changed places. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
