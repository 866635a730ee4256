import { measured, type Measured, middle } from './measured.ts'

const rounds = 3
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const limits = new Map([
  ['percentiles and weighted sums', 1],
  ['TOPSIS', 0.3],
  ['sensitivity', 30],
])

/** A section of the report: selection at a million accounts, eight criteria and a thousand draws of the weights. */
export async function selectionBench(): Promise<string> {
  const runs = [await measured('program-selection.ts', [])]
  while (runs.length < rounds) runs.push(await measured('program-selection.ts', []))
  const rows = timesOf(runs).map(
    ({ name, seconds, processor }) => `| ${name} | ${seconds} | ${processor} | ${limits.get(name) ?? ''} |`,
  )
  const product = [await measured('program-selection-accounts.ts', [])]
  while (product.length < rounds) product.push(await measured('program-selection-accounts.ts', []))
  const undecided = whole.format(middle(runs.map((run) => run.steps['accounts sometimes key'] ?? Number.NaN)))
  const peak = middle(runs.map((run) => run.peakMiB)).toFixed(0)
  return `
## Selection: 1,000,000 accounts, 8 criteria, 1,000 draws of the weights, two threads

Middle of ${rounds} rounds, in seconds; peak memory ${peak} MiB. ${undecided} accounts are in the first tier in some draws only.

| step | measured | of processor time | at most on an idle machine |
|---|---|---|---|
${rows.join('\n')}

As the product does it, by the model that is used when none is named, with reasons, sensitivity and ways up, written to the
warehouse (processor time is that of the program, without the engine):

| step | measured | of processor time |
|---|---|---|
${timesOf(product)
  .map(({ name, seconds, processor }) => `| ${name} | ${seconds} | ${processor} |`)
  .join('\n')}
`
}

/** The middle of several runs, step by step. */
function timesOf(runs: readonly Measured[]): { name: string; seconds: string; processor: string }[] {
  const figure = (name: string): string => middle(runs.map((run) => run.steps[name] ?? Number.NaN)).toFixed(2)
  const steps = runs[0]?.steps ?? {}
  return Object.keys(steps)
    .filter((name) => `${name} cpu` in steps)
    .map((name) => ({ name, seconds: figure(name), processor: figure(`${name} cpu`) }))
}
