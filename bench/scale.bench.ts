// `npm run bench:scale`: how time, memory and disk grow with the lines, and what a second shard gives; `--write` keeps the
// figures in SCALE.md. Sizes as words: `npm run bench:scale -- 1000000 10000000`.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { measured, type Measured } from './measured.ts'

const words = process.argv.slice(2)
const asked = words.filter((word) => /^\d+$/.test(word)).map(Number)
const sizes = asked.length > 0 ? asked : [1_000_000, 10_000_000, 50_000_000, 200_000_000]
const onNodes = [10_000_000, 50_000_000].filter((lines) => asked.length === 0 || asked.includes(lines))
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const program = 'program-scale.ts'

const empty = await measured(program, ['0', '0'])
const alone = new Map<number, Measured>()
for (const lines of sizes) alone.set(lines, await measured(program, [String(lines), '0']))
const spread = new Map<string, Measured>()
for (const lines of onNodes) {
  for (const shards of ['1', '2']) spread.set(`${lines} ${shards}`, await measured(program, [String(lines), shards]))
}

const steps = Object.keys(alone.get(sizes[0] ?? 0)?.steps ?? {})
const report = `# How it grows

Last figures of \`npm run bench:scale${words.includes('--write') ? ` -- ${words.join(' ')}` : ''}\`, one process a size, seconds by step. Machines differ and
drift: read how the columns grow. The last column is the exponent of the growth over the sizes from 10 million lines on (1: in
proportion to the lines; 0: not at all), fitted by least squares on logarithms.

Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}. One account for each fifty lines, three lines
an order, two years; made by the engine itself, so that "import" is writing without reading a file.

## The built-in engine

${table([...alone], steps)}

## After 100,000 more lines, from a file

What the import of new lines costs, with this much there before, as a multiple of what it costs in an empty workspace
(${(empty.steps['import of 100,000 more'] ?? 0).toFixed(2)} s): ${[...alone].map(([lines, { steps: took }]) => `${whole.format(lines)}: ${ratio(took, 'import of 100,000 more')}`).join('; ')}.

The figures of all accounts are worked out anew in each run: their cost is that of "metrics", and grows with the lines.

## One shard against two, a processor each

${
  spread.size === 0
    ? 'Not measured.'
    : table(
        [...spread].map(
          ([name, result]) => [`${whole.format(Number(name.split(' ')[0]))} on ${name.split(' ')[1]}`, result] as const,
        ),
        steps,
      )
}
`

console.log(report)
if (words.includes('--write')) writeFileSync(new URL('SCALE.md', import.meta.url), report)

function table(results: readonly (readonly [number | string, Measured])[], names: readonly string[]): string {
  const sized = results.filter(([size]) => typeof size === 'number')
  const heads = results.map(([size]) => (typeof size === 'number' ? whole.format(size) : size))
  const line = (name: string, value: (result: Measured) => number, digits: number): string => {
    const growth = sized.length > 1 ? ` ${exponent(sized, value)} |` : ''
    return `| ${name} | ${results.map(([, result]) => value(result).toFixed(digits)).join(' | ')} |${growth}`
  }
  return [
    `| lines | ${heads.join(' | ')} |${sized.length > 1 ? ' growth |' : ''}`,
    `|---|${'---|'.repeat(heads.length + (sized.length > 1 ? 1 : 0))}`,
    ...names.map((name) => line(name, ({ steps: took }) => took[name] ?? Number.NaN, name.startsWith('MB') ? 0 : 2)),
    line('peak memory MiB', ({ peakMiB }) => peakMiB, 0),
  ].join('\n')
}

/** Slope of the logarithms over the larger sizes, where what is fixed no longer counts. */
function exponent(results: readonly (readonly [number | string, Measured])[], value: (of: Measured) => number): string {
  const points = results
    .map(([size, result]) => ({ x: Math.log(Number(size)), y: Math.log(Math.max(1e-3, value(result))) }))
    .filter(({ x }) => x >= Math.log(10_000_000) || results.length < 3)
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length
  const covariance = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0)
  const variance = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  return variance === 0 ? '' : (covariance / variance).toFixed(2)
}

function ratio(took: Readonly<Record<string, number>>, step: string): string {
  return `${((took[step] ?? Number.NaN) / (empty.steps[step] ?? Number.NaN)).toFixed(2)} ×`
}
