import type { CompanyName } from './company-name.ts'
import { withoutShortForms } from './name-lexicon.ts'
import { nameIndex, type NameIndex } from './name-index.ts'
import { parseCompanyName } from './parse-company-name.ts'

/** A name that may be meant, by its place in the list. */
export interface FoundName {
  readonly index: number
  readonly score: number
}

export interface NameFinder {
  /** The names that are most likely meant, best first; ties in the order of the list. */
  readonly find: (asked: string, most: number) => readonly FoundName[]
}

/** Finds whole names of enterprises by short or damaged ones. */
export function nameFinder(names: readonly string[]): NameFinder {
  const index = nameIndex(names.map((name) => parseCompanyName(name)))
  return { find: (asked, most) => found(index, { asked: parseCompanyName(asked), most }) }
}

function found(
  index: NameIndex,
  { asked, most }: { readonly asked: CompanyName; readonly most: number },
): readonly FoundName[] {
  const text = withoutShortForms(asked.spoken)
  const scored = index.candidates(text).map((candidate) => ({
    index: candidate,
    score: likeness(index, { asked, text, candidate }),
  }))
  return scored.toSorted((a, b) => b.score - a.score || a.index - b.index).slice(0, most)
}

function likeness(
  index: NameIndex,
  { asked, text, candidate }: { readonly asked: CompanyName; readonly text: string; readonly candidate: number },
): number {
  const name = index.names[candidate]
  if (name === undefined) return 0
  const whole = name.spoken
  let score = 2 * index.coverage(text, whole) + 0.7 * index.coverage(name.core, text) + commonPairs(text, whole)
  if (isInOrder(text, whole)) score += 0.8
  if (asked.brand === name.brand) score += 0.8
  if (text[0] === whole[0] || text[0] === name.brand[0]) score += 0.3
  return asked.branch === name.branch ? score : score - 1
}

function commonPairs(text: string, whole: string): number {
  if (text.length < 2) return 0
  let common = 0
  for (let i = 0; i + 1 < text.length; i++) if (whole.includes(text.slice(i, i + 2))) common++
  return common / (text.length - 1)
}

function isInOrder(part: string, whole: string): boolean {
  let at = 0
  for (const sign of whole) if (sign === part[at]) at++
  return at === part.length
}
