import type { CompanyName } from './company-name.ts'

/** Names by their signs: which have what in common with a text, and how rare that is. */
export interface NameIndex {
  readonly names: readonly CompanyName[]
  readonly candidates: (text: string) => readonly number[]
  /** Share of a text's signs, by how rare they are, that stand in another text. */
  readonly coverage: (text: string, other: string) => number
}

/** Names looked at closely for one question. */
const mostCandidates = 400

export function nameIndex(names: readonly CompanyName[]): NameIndex {
  const postings = new Map<string, number[]>()
  names.forEach(({ spoken }, index) => {
    for (const gram of gramsOf(spoken)) {
      const list = postings.get(gram)
      if (list === undefined) postings.set(gram, [index])
      else list.push(index)
    }
  })
  const rarity = (gram: string): number => Math.log(1 + names.length / (1 + (postings.get(gram)?.length ?? 0)))
  const coverage = (text: string, other: string): number => {
    let [all, covered] = [0, 0]
    for (const sign of text) {
      const weight = rarity(sign)
      all += weight
      if (other.includes(sign)) covered += weight
    }
    return all === 0 ? 0 : covered / all
  }
  const sums = new Float64Array(names.length)
  const candidates = (text: string): readonly number[] => {
    const touched: number[] = []
    for (const gram of gramsOf(text)) {
      const list = postings.get(gram) ?? []
      if (gram.length === 1 && list.length > 20_000) continue
      const weight = rarity(gram)
      for (const index of list) {
        if (sums[index] === 0) touched.push(index)
        sums[index] = (sums[index] ?? 0) + weight
      }
    }
    const best = touched.map((index) => [index, sums[index] ?? 0] as const)
    for (const index of touched) sums[index] = 0
    return best
      .toSorted(([a, x], [b, y]) => y - x || a - b)
      .slice(0, mostCandidates)
      .map(([index]) => index)
  }
  return { names, candidates, coverage }
}

/** Signs and pairs of neighbouring signs of a text, each once. */
function gramsOf(text: string): Set<string> {
  const grams = new Set<string>(text)
  for (let i = 0; i + 1 < text.length; i++) grams.add(text.slice(i, i + 2))
  return grams
}
