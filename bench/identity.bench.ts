import { measured } from './measured.ts'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const limits = { seconds: 40, peakMiB: 2.5 * 1024, f1: 0.985, one: 0.15, many: 2 }

/** A section of the report: who is the same among a million made-up Chinese customers. */
export async function identityBench(): Promise<string> {
  const { steps, peakMiB } = await measured('program-identity.ts', [])
  const figure = (name: string, digits: number): string => (steps[name] ?? Number.NaN).toFixed(digits)
  const { steps: known } = await measured('program-identity-known.ts', [])
  const knownFigure = (name: string, digits: number): string => (known[name] ?? Number.NaN).toFixed(digits)
  return `
## Identity: 1,000,000 made-up Chinese customers, seven columns, two threads

${whole.format(steps['pairs compared'] ?? Number.NaN)} pairs compared; peak memory ${whole.format(peakMiB)} MiB (at most ${whole.format(limits.peakMiB)}). Clusters: precision
${figure('precision', 4)}, recall ${figure('recall', 4)}, F1 ${figure('f1', 4)} (at least ${limits.f1}). At most ${limits.seconds} s in all on an idle machine.

| step | measured | of processor time |
|---|---|---|
| read | ${figure('read', 2)} | ${figure('read cpu', 2)} |
| match | ${figure('match', 2)} | ${figure('match cpu', 2)} |

New customers beside a million that are kept (precision ${knownFigure('precision', 4)}, recall ${knownFigure('recall', 4)} of those whose like is known):

| step | seconds | at most |
|---|---|---|
| keep a million | ${knownFigure('keep', 2)} | |
| 1 new row, median of 9 | ${knownFigure('one', 3)} | ${limits.one} |
| 10,000 new rows, added | ${knownFigure('many', 2)} | ${limits.many} |
`
}
