import { measured, middle } from './measured.ts'

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
  const figure = (name: string): string => middle(runs.map((run) => run.steps[name] ?? Number.NaN)).toFixed(2)
  const names = Object.keys(runs[0]?.steps ?? {}).filter((name) => `${name} cpu` in (runs[0]?.steps ?? {}))
  const rows = names.map(
    (name) => `| ${name} | ${figure(name)} | ${figure(`${name} cpu`)} | ${limits.get(name) ?? ''} |`,
  )
  const undecided = whole.format(middle(runs.map((run) => run.steps['accounts sometimes key'] ?? Number.NaN)))
  const peak = middle(runs.map((run) => run.peakMiB)).toFixed(0)
  return `
## Selection: 1,000,000 accounts, 8 criteria, 1,000 draws of the weights, two threads

Middle of ${rounds} rounds, in seconds; peak memory ${peak} MiB. ${undecided} accounts are in the first tier in some draws only.

| step | measured | of processor time | at most on an idle machine |
|---|---|---|---|
${rows.join('\n')}
`
}
