// Selection of key accounts at the largest size: a million accounts, eight criteria, a thousand draws of the weights on two
// threads, a back-test. Prints seconds by step, and seconds of processor time as "<step> cpu". Started without a role it is the program, with one it is a thread of it.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { normalizedCriteria } from '@vitalfew/domain/selection/index.ts'
import { compareRankings, type Contender } from '@vitalfew/methods/backtest/compare-rankings.ts'
import { fitScoring } from '@vitalfew/methods/scoring/fit-scoring.ts'
import { scoreColumns } from '@vitalfew/methods/scoring/score-columns.ts'
import type { FittedScoring } from '@vitalfew/methods/scoring/scoring-rule.ts'
import { countTierDraws, type TierDrawCounts } from '@vitalfew/methods/sensitivity/count-tier-draws.ts'
import { drawWeights } from '@vitalfew/methods/sensitivity/draw-weights.ts'
import { tierProbabilities } from '@vitalfew/methods/sensitivity/tier-probabilities.ts'
import { seededRandom } from '@vitalfew/methods/simulation/seeded-random.ts'
import { rankAccounts } from '@vitalfew/methods/tiering/rank-accounts.ts'

const accounts = 1_000_000
const criteria = 8
const draws = 1000
const threads = 2
const concentration = 100
const weights = [0.25, 0.2, 0.15, 0.1, 0.1, 0.1, 0.05, 0.05]

interface Share {
  readonly columns: readonly Float64Array[]
  readonly scoring: FittedScoring
  readonly ranking: Uint32Array
  readonly from: number
}

// As the product does: what has been compiled is kept, for the threads too.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'vitalfew', 'compiled'))
if (isMainThread) await measure()
else parentPort?.postMessage(counted(shareOf(workerData)), [])

async function measure(): Promise<void> {
  const steps: Record<string, number> = {}
  let last = performance.now()
  let used = processorSeconds()
  const lap = (name: string): void => {
    steps[name] = (performance.now() - last) / 1000
    steps[`${name} cpu`] = processorSeconds() - used
    last = performance.now()
    used = processorSeconds()
  }
  const figures = drawnFigures()
  lap('made up')
  const normalized = normalizedCriteria(figures.map((column) => ({ figures: column, rule: { method: 'percentile' } })))
  const values = normalized.map((criterion) => criterion.values)
  const scoring = fitScoring(values, { aggregation: 'weighted-sum', weights })
  const { scores } = scoreColumns(values, scoring)
  lap('percentiles and weighted sums')
  const columns = values.map(sharedColumn)
  lap('copied for the threads')
  scoreColumns(columns, fitScoring(columns, { aggregation: 'topsis', weights }))
  lap('TOPSIS')
  const ranking = rankAccounts(scores)
  lap('ranking')
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, i) => inThread({ columns, scoring, ranking, from: (i * draws) / threads })),
  )
  const [key] = tierProbabilities(parts)
  lap('sensitivity')
  compareRankings(drawnOutcomes(scores), backtested(scores, columns), { top: accounts / 20, seed: 1 })
  lap('back-test of two rankings, 1,000 replicates')
  steps['accounts sometimes key'] = key?.filter((probability) => probability > 0 && probability < 1).length ?? 0
  console.log(JSON.stringify(steps))
}

/** The threads included. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Every other account brings something, in cents. */
function drawnOutcomes(scores: Float64Array): Float64Array {
  const random = seededRandom(2)
  return scores.map((score) => (random() < 0.5 ? 0 : Math.round(100 * Math.exp(5 * score + 5 * random())) / 100))
}

function backtested(scores: Float64Array, columns: readonly Float64Array[]): Contender[] {
  return [
    { name: 'score', scores },
    { name: 'first criterion', scores: columns[0] ?? scores },
  ]
}

/** Criteria of one company hang together: each is half the size of the account, half its own. */
function drawnFigures(): Float64Array[] {
  const random = seededRandom(1)
  const sizes = Float64Array.from({ length: accounts }, random)
  return Array.from({ length: criteria }, () => sizes.map((size) => Math.exp(4 * size + 4 * random())))
}

function sharedColumn(values: Float64Array): Float64Array {
  const column = new Float64Array(new SharedArrayBuffer(values.byteLength))
  column.set(values)
  return column
}

function counted({ columns, scoring, ranking, from }: Share): TierDrawCounts {
  return countTierDraws(columns, {
    scoring,
    ranking,
    boundaries: { by: 'places', places: [accounts / 50, accounts / 12.5] },
    draws: drawWeights({ around: [weights], concentration, seed: 1, draws: draws / threads, from }),
  })
}

function inThread(share: Share): Promise<TierDrawCounts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share })
    worker.once('message', (counts: TierDrawCounts) => resolve(counts))
    worker.once('error', reject)
  })
}

/** What {@link inThread} hands over: this file is the only one that starts the thread. */
function shareOf(data: unknown): Share {
  return data as Share
}
