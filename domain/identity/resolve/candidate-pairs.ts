import { type Blocks, blocksOf, joinedCodes } from './blocks.ts'
import type { BlockingKey, FieldFacts } from './graded-field.ts'
import { pairCollector, type RecordPairs } from './record-pairs.ts'

/** A rule by which pairs were found, or could not all be found. */
export interface BlockingRule {
  readonly name: string
  readonly pairs: number
  /** Blocks that were too large to compare everybody in them, and the records they hold. */
  readonly largeBlocks: number
  readonly recordsInLargeBlocks: number
}

export interface CandidatePairs extends RecordPairs {
  readonly rules: readonly BlockingRule[]
  readonly blockCap: number
  /** True where every pair of the table is a candidate. */
  readonly isComplete: boolean
}

/** Comparisons of fields up to which everybody in a table is compared with everybody. */
const completeUpTo = 2_500_000

/**
 * Pairs worth comparing: all of a small table; else those that agree in a key that few share, or in two keys where one
 * alone is shared by too many. What a cap left out is told, rule by rule.
 */
export function candidatePairs(fields: readonly FieldFacts[], records: number): CandidatePairs {
  if (((records * (records - 1)) / 2) * fields.length <= completeUpTo)
    return { ...allPairs(records), rules: [], blockCap: records, isComplete: true }
  const blockCap = records > 100_000 ? 50 : 100
  const mostPairs = Math.max(300_000, records * (records > 100_000 ? 1.5 : 12))
  const collector = pairCollector(records)
  const rules: BlockingRule[] = []
  const tooBroad: { readonly field: number; readonly key: BlockingKey }[] = []
  const apply = (name: string, codes: Uint32Array): BlockingRule | undefined => {
    const blocks = blocksOf(codes)
    const rule = measured(name, { blocks, blockCap })
    if (rule.pairs > mostPairs) return undefined
    if (rule.pairs > 0) collect(blocks, { blockCap, add: collector.add })
    rules.push(rule)
    return rule
  }
  fields.forEach((field, index) => {
    const settled = new Set<string>()
    const broad = new Set<string>()
    for (const key of field.keys) {
      const within = key.within ?? ''
      if (settled.has(within)) continue
      const rule = apply(key.name, key.codes)
      if (rule?.largeBlocks === 0) settled.add(key.name)
      if (rule !== undefined && rule.recordsInLargeBlocks <= records * 0.002) continue
      broad.add(key.name)
      if (!broad.has(within)) tooBroad.push({ field: index, key })
    }
  })
  for (const [i, first] of tooBroad.entries()) {
    for (const second of tooBroad.slice(i + 1)) {
      if (first.field === second.field) continue
      apply(`${first.key.name} + ${second.key.name}`, joinedCodes(first.key.codes, second.key.codes))
    }
  }
  return { ...collector.pairs(), rules, blockCap, isComplete: false }
}

function measured(
  name: string,
  { blocks, blockCap }: { readonly blocks: Blocks; readonly blockCap: number },
): BlockingRule {
  let [pairs, largeBlocks, recordsInLargeBlocks] = [0, 0, 0]
  for (let i = 0; i + 1 < blocks.starts.length; i++) {
    const size = (blocks.starts[i + 1] ?? 0) - (blocks.starts[i] ?? 0)
    if (size > blockCap) {
      largeBlocks++
      recordsInLargeBlocks += size
    } else pairs += (size * (size - 1)) / 2
  }
  return { name, pairs, largeBlocks, recordsInLargeBlocks }
}

function collect(
  { records, starts }: Blocks,
  { blockCap, add }: { readonly blockCap: number; readonly add: (a: number, b: number) => void },
): void {
  for (let block = 0; block + 1 < starts.length; block++) {
    const [from, to] = [starts[block] ?? 0, starts[block + 1] ?? 0]
    if (to - from > blockCap) continue
    for (let i = from; i < to; i++) for (let j = i + 1; j < to; j++) add(records[i] ?? 0, records[j] ?? 0)
  }
}

function allPairs(records: number): RecordPairs {
  const count = (records * (records - 1)) / 2
  const [left, right] = [new Uint32Array(count), new Uint32Array(count)]
  let at = 0
  for (let a = 0; a < records; a++) {
    for (let b = a + 1; b < records; b++) {
      left[at] = a
      right[at++] = b
    }
  }
  return { left, right }
}
