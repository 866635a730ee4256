// `npm run bench [lines]`: what the product costs, as ratios measured in one run; `--write` keeps them in RESULTS.md.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measured, type Measured, middle } from './measured.ts'
import { salesFile } from './sales-file.ts'
import { identityBench } from './identity.bench.ts'
import { segmentationBench } from './segmentation.bench.ts'
import { selectionBench } from './selection.bench.ts'

const rounds = 3
const words = process.argv.slice(2)
const lines = Number(words.find((word) => /^\d+$/.test(word)) ?? 10_000_000)
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

const { path, bytes, customers } = await salesFile(lines)
const contenders = {
  'engine scan of the file': () => measured('program-scan.ts', [path]),
  'DuckDB by hand, few figures': () => measured('program-duckdb.ts', [path, 'few']),
  'DuckDB by hand, our figures': () => measured('program-duckdb.ts', [path, 'all']),
  'Vital Few': () => measured('program-ours.ts', [path]),
} satisfies Record<string, () => Promise<Measured>>

// In turn, so that a machine whose speed drifts is unfair to nobody.
const runs = new Map<string, Measured[]>(Object.keys(contenders).map((name) => [name, []]))
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(contenders)) runs.get(name)?.push(await run())
}

const scan = middle((runs.get('engine scan of the file') ?? []).map((run) => run.seconds))
const table = [
  '| | seconds | of the scan | rows per second | peak memory MiB | steps |',
  '|---|---|---|---|---|---|',
  ...[...runs].map(([name, results]) => {
    const seconds = middle(results.map((run) => run.seconds))
    const steps = Object.keys(results[0]?.steps ?? {})
      .map((step) => `${step} ${middle(results.map((run) => run.steps[step] ?? 0)).toFixed(2)}`)
      .join(', ')
    const peak = middle(results.map((run) => run.peakMiB))
    return `| ${name} | ${seconds.toFixed(2)} | ${(seconds / scan).toFixed(2)} × | ${whole.format(lines / seconds)} | ${whole.format(peak)} | ${steps} |`
  }),
].join('\n')

const report = `# What it costs

Last figures of \`npm run bench${words.includes('--write') ? ` -- ${words.join(' ')}` : ''}\`: the middle of ${rounds} rounds, the contenders in turn, each a process of
its own from a cold start. Machines differ and drift: read the ratios.

Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}.

## ${whole.format(lines)} order lines, ${whole.format(customers)} customers, ${whole.format(bytes / 1e6)} MB of CSV

Through start, import, metrics, ABC and RFM. "Few figures" is what an analyst writes down in five minutes (orders,
revenue, last order); "our figures" asks DuckDB for the figures the product keeps of each account.

${table}
${await onlineRetail()}${await selectionBench()}${await segmentationBench()}${await identityBench()}`

console.log(report)
if (words.includes('--write')) writeFileSync(new URL('RESULTS.md', import.meta.url), report)

/** The whole command on real data, from a cold start to the written report. */
async function onlineRetail(): Promise<string> {
  const file = resolve(fileURLToPath(new URL('../../shared/data/online-retail/online_retail.csv.gz', import.meta.url)))
  if (!existsSync(file)) return ''
  const program = fileURLToPath(new URL('../cli/bin/vitalfew.mjs', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'vitalfew-bench-retail-'))
  const seconds: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now()
    execFileSync(process.execPath, [program, 'analyze', file, '--out', join(folder, 'report'), '--quiet'])
    // The first round fills the caches that an installed program has.
    if (round > 0) seconds.push((performance.now() - started) / 1000)
  }
  rmSync(folder, { recursive: true, force: true })
  return `
## Online Retail (541,909 rows), the whole command

\`vitalfew analyze online_retail.csv.gz\`, with report, workbook and rejected rows: ${middle(seconds).toFixed(2)} s (${seconds.map((value) => value.toFixed(2)).join(', ')}).
`
}
