import { measured, middle } from './measured.ts'

const rounds = 3
/** Rows, and at most seconds and MiB on an idle machine; seconds of scikit-learn on one like it. */
const steps = [
  { name: 'k-means, five clouds', what: '1,000,000 × 6, k = 5, 10 starts', seconds: 5, memory: 500, others: '5.9 s' },
  { name: 'k-means, no clouds', what: '1,000,000 × 6, k = 5, 10 starts', seconds: 5, memory: 500, others: '5.9 s' },
  { name: 'Ward', what: '10,000 × 6', seconds: 3, memory: 300, others: '5.3 s, 870 MB' },
  { name: 'silhouette', what: '10,000 × 6, every pair', seconds: 1.5, memory: null, others: '1.4 s, 870 MB' },
  { name: 'UMAP', what: '10,000 × 6', seconds: null, memory: null, others: '' },
]

/** A section of the report: what clustering costs. */
export async function segmentationBench(): Promise<string> {
  const rows: string[] = []
  for (const { name, what, seconds, memory, others } of steps) {
    const runs = [await measured('program-segmentation.ts', [name])]
    while (runs.length < rounds) runs.push(await measured('program-segmentation.ts', [name]))
    const figure = (step: string): string => middle(runs.map((run) => run.steps[step] ?? Number.NaN)).toFixed(2)
    const peak = middle(runs.map((run) => run.peakMiB)).toFixed(0)
    rows.push(
      `| ${name} | ${what} | ${figure(name)} | ${figure(`${name} cpu`)} | ${seconds ?? ''} | ${peak} | ${memory ?? ''} | ${others} |`,
    )
  }
  return `
## Groups of accounts

Middle of ${rounds} rounds, each a process of its own; one thread.

| step | rows | seconds | of processor time | at most | peak memory MiB | at most | scikit-learn |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}
