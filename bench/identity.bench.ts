import { measured } from './measured.ts'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const limits = { seconds: 40, peakMiB: 2.5 * 1024, f1: 0.985 }

/** A section of the report: who is the same among a million made-up Chinese customers. */
export async function identityBench(): Promise<string> {
  const { steps, peakMiB } = await measured('program-identity.ts', [])
  const figure = (name: string, digits: number): string => (steps[name] ?? Number.NaN).toFixed(digits)
  return `
## Identity: 1,000,000 made-up Chinese customers, seven columns, two threads

${whole.format(steps['pairs compared'] ?? Number.NaN)} pairs compared; peak memory ${whole.format(peakMiB)} MiB (at most ${whole.format(limits.peakMiB)}). Clusters: precision
${figure('precision', 4)}, recall ${figure('recall', 4)}, F1 ${figure('f1', 4)} (at least ${limits.f1}). At most ${limits.seconds} s in all on an idle machine.

| step | measured | of processor time |
|---|---|---|
| read | ${figure('read', 2)} | ${figure('read cpu', 2)} |
| match | ${figure('match', 2)} | ${figure('match cpu', 2)} |
`
}
