import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type NormalizedPopulation, normalizedPopulation } from '@vitalfew/methods/scoring/normalized-population.ts'
import { type CriterionFigures, normalizingAnswer } from './normalizing-messages.ts'

/** Of fewer accounts a thread takes longer to start than the work takes. */
const fewestAccounts = 200_000

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

async function allNormalized(criteria: readonly CriterionFigures[]): Promise<NormalizedPopulation[]> {
  const accounts = criteria[0]?.figures.length ?? 0
  const areThreadsUseful = criteria.length > 1 && accounts >= fewestAccounts && availableParallelism() > 1
  const elsewhere = areThreadsUseful ? startElsewhere(otherHalf(criteria)) : null
  const done = criteria.map((criterion, place) =>
    elsewhere?.places.has(place) === true ? null : normalized(criterion),
  )
  const answers = await elsewhere?.answers
  return criteria.map((criterion, place) => done[place] ?? answers?.get(place) ?? normalized(criterion))
}

function normalized({ figures, rule }: CriterionFigures): NormalizedPopulation {
  return normalizedPopulation(figures, rule)
}

/** Every other criterion of those that are sorted, and of the others. */
function otherHalf(criteria: readonly CriterionFigures[]): Map<number, CriterionFigures> {
  const places = [...criteria.entries()]
  const isSorted = ({ rule }: CriterionFigures): boolean => rule.method === 'percentile' || 'caps' in rule
  const slow = places.filter(([, criterion]) => isSorted(criterion))
  const quick = places.filter(([, criterion]) => !isSorted(criterion))
  return new Map([...slow, ...quick].filter((_, index) => index % 2 === 1))
}

interface Elsewhere {
  readonly places: ReadonlySet<number>
  /** What the thread could do; the rest is left to this one. */
  readonly answers: Promise<ReadonlyMap<number, NormalizedPopulation>>
}

function startElsewhere(criteria: ReadonlyMap<number, CriterionFigures>): Elsewhere {
  const own = getCompileCacheDir()
  const worker = new Worker(new URL('normalizing-worker.ts', import.meta.url), {
    workerData: own === undefined ? null : dirname(own),
  })
  const found = new Map<number, NormalizedPopulation>()
  let left = criteria.size
  const answers = new Promise<ReadonlyMap<number, NormalizedPopulation>>((resolve) => {
    const end = (): void => resolve(found)
    worker.on('error', end)
    worker.on('exit', end)
    worker.on('message', (message) => {
      const { place, normalized: answer } = normalizingAnswer(message)
      if (answer !== null) found.set(place, answer)
      left--
      if (left > 0) return
      end()
      void worker.terminate()
    })
  })
  for (const [place, criterion] of criteria) worker.postMessage({ place, ...criterion }, [])
  return { places: new Set(criteria.keys()), answers }
}
