import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { type NormalizedPopulation, normalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'
import { helpingThread } from './helping-thread.ts'
import type { CriterionFigures } from './normalizing-messages.ts'

/** Of fewer accounts a thread takes longer to start than the work takes. */
const fewestAccounts = 200_000
/** The helper has the next criterion before it has done the last. */
const mostUnderWay = 2

/** What was worked out for a column, by its rule: remembered as long as the column is, for columns that stay. */
const remembered = new WeakMap<Float64Array, Map<string, NormalizedPopulation>>()
/** A rule that is being edited has many forms. */
const mostRules = 3

/**
 * The values of all criteria, each as `normalizedPopulation` gives them; a column that comes again with the same rule is not
 * worked out again. Those of a large company are worked out by two threads, this one and another, as most of the time of
 * scoring goes into sorting whole columns.
 *
 * @throws RangeError as `normalizedPopulation` does
 */
export async function normalizedCriteria(criteria: readonly CriterionFigures[]): Promise<NormalizedPopulation[]> {
  const known = criteria.map(({ figures, rule }) => remembered.get(figures)?.get(JSON.stringify(rule)))
  const found = await allNormalized(criteria.filter((_, place) => known[place] === undefined))
  let next = 0
  return criteria.map((criterion, place) => known[place] ?? keep(criterion, found[next++] ?? normalized(criterion)))
}

function keep({ figures, rule }: CriterionFigures, found: NormalizedPopulation): NormalizedPopulation {
  const rules = remembered.get(figures) ?? new Map<string, NormalizedPopulation>()
  remembered.set(figures, rules)
  if (rules.size >= mostRules) rules.delete(rules.keys().next().value ?? '')
  rules.set(JSON.stringify(rule), found)
  return found
}

function normalized({ figures, rule }: CriterionFigures): NormalizedPopulation {
  return normalizedPopulation(figures, rule)
}

async function allNormalized(criteria: readonly CriterionFigures[]): Promise<NormalizedPopulation[]> {
  const accounts = criteria[0]?.figures.length ?? 0
  const areThreadsUseful = criteria.length > 1 && accounts >= fewestAccounts && availableParallelism() > 1
  return areThreadsUseful ? byTwoThreads(criteria) : criteria.map(normalized)
}

/**
 * Whoever is free takes the next criterion, the slow ones first: how long the helper takes to start, and how fast it is, then
 * makes little difference.
 */
async function byTwoThreads(criteria: readonly CriterionFigures[]): Promise<NormalizedPopulation[]> {
  const waiting = slowFirst(criteria)
  const done = new Map<number, NormalizedPopulation>()
  const helper = helpingThread(criteria.length, (place, found) => {
    if (found !== null) done.set(place, found)
    handOver()
  })
  const handOver = (): void => {
    while (helper.underWay.size < mostUnderWay) {
      const place = waiting.shift()
      const criterion = place === undefined ? undefined : criteria[place]
      if (place === undefined || criterion === undefined || !helper.take(place, criterion)) return
    }
  }
  try {
    const [first] = waiting.splice(0, 1)
    handOver()
    for (let place = first; place !== undefined; place = waiting.shift() ?? helper.takeBack()) {
      const criterion = criteria[place]
      if (criterion !== undefined) done.set(place, normalized(criterion))
      // What the helper has to say is heard between two criteria.
      await setImmediate()
    }
    await helper.idle()
  } finally {
    helper.end()
  }
  return criteria.map((criterion, place) => done.get(place) ?? normalized(criterion))
}

/** Places: first those of criteria that are sorted. */
function slowFirst(criteria: readonly CriterionFigures[]): number[] {
  const isSorted = ({ rule }: CriterionFigures): boolean => rule.method === 'percentile' || 'caps' in rule
  const places = [...criteria.entries()]
  const slow = places.filter(([, criterion]) => isSorted(criterion))
  const quick = places.filter(([, criterion]) => !isSorted(criterion))
  return [...slow, ...quick].map(([place]) => place)
}
