import { type GroupedHistories, groupHistories } from '@vitalfew/methods/buy-till-you-die/group-histories.ts'
import type { SpendHistories } from '@vitalfew/methods/spend/spend-histories.ts'
import { type KnownHistories, knownHistories } from '../purchases/known-histories.ts'
import type { FitData } from './fit-tasks.ts'

/** What every task begins with. */
export interface PreparedHistories {
  readonly grouped: GroupedHistories
  readonly spend: SpendHistories
  /** Null for a table of summaries. */
  readonly known: KnownHistories | null
}

const kept = new Map<string, PreparedHistories>()
const mostKept = 2

/** Histories of the accounts, those of equal history together. The last ones are kept: several models look at the same. */
export function preparedHistories(data: FitData): PreparedHistories {
  if (data.kind === 'summary') return prepare(data)
  const key = JSON.stringify(data.observation)
  const found = kept.get(key) ?? prepare(data)
  kept.delete(key)
  kept.set(key, found)
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return found
}

function prepare(data: FitData): PreparedHistories {
  if (data.kind === 'summary') return { grouped: groupHistories(data.histories), spend: data.spend, known: null }
  const known = knownHistories(data.purchases, data.observation)
  return { grouped: groupHistories(known.histories), spend: known.spend, known }
}
