// Groups of accounts at their largest size. Named with a step, it measures that one alone, so that its memory is its own.
// Prints seconds by step, and seconds of processor time as "<step> cpu".
import { cutDendrogram } from '@vitalfew/methods/clustering/dendrogram.ts'
import { kMeans } from '@vitalfew/methods/clustering/k-means.ts'
import { type Points, pointsFrom } from '@vitalfew/methods/clustering/points.ts'
import { silhouettes } from '@vitalfew/methods/clustering/silhouettes.ts'
import { wardLinkage } from '@vitalfew/methods/clustering/ward-linkage.ts'
import { umap } from '@vitalfew/methods/projection/umap.ts'
import { sampleNormal } from '@vitalfew/methods/simulation/sample-normal.ts'
import { seededRandom } from '@vitalfew/methods/simulation/seeded-random.ts'

const features = 6
const clouds = 5

const works: Readonly<Record<string, { rows: number; spread: number; run: (points: Points) => unknown }>> = {
  'k-means, five clouds': {
    rows: 1_000_000,
    spread: 4,
    run: (points) => kMeans(points, { k: clouds, seed: 1, starts: 10 }),
  },
  'k-means, no clouds': {
    rows: 1_000_000,
    spread: 0,
    run: (points) => kMeans(points, { k: clouds, seed: 1, starts: 10 }),
  },
  Ward: { rows: 10_000, spread: 4, run: (points) => cutDendrogram(wardLinkage(points), clouds) },
  silhouette: {
    rows: 10_000,
    spread: 4,
    run: (points) =>
      silhouettes(
        points,
        Uint8Array.from({ length: points.rows }, (_, i) => i % clouds),
      ),
  },
  UMAP: { rows: 10_000, spread: 4, run: (points) => umap(points, { seed: 1 }) },
}

const name = process.argv[2] ?? ''
const work = works[name]
if (work === undefined) throw new RangeError(`the step must be one of ${Object.keys(works).join(', ')}, got ${name}`)
const points = drawnPoints(work.rows, work.spread)
const [started, used] = [performance.now(), process.cpuUsage()]
work.run(points)
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(used)
console.log(JSON.stringify({ [name]: seconds, [`${name} cpu`]: (user + system) / 1e6 }))

/** Normal clouds, each moved along a feature of its own; without spread they are one. */
function drawnPoints(rows: number, spread: number): Points {
  const random = seededRandom(1)
  const columns = Array.from({ length: features }, (_, j) =>
    Float64Array.from({ length: rows }, (__, i) => sampleNormal(random) + (i % clouds === j ? spread : 0)),
  )
  return pointsFrom(columns)
}
