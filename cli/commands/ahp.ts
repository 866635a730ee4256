import { writeFile } from 'node:fs/promises'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import {
  agreeOnWeights,
  criteriaNames,
  type JudgedPart,
  modelWeights,
  nextModel,
  readJudgements,
} from '@vitalfew/domain/selection/judgements/index.ts'
import { readyModelNames } from '@vitalfew/samples/model-files.ts'
import type { Output } from '../output/output.ts'
import { ahpHelp } from './ahp-help.ts'
import { ahpModel } from './ahp-model.ts'
import { type AhpOptions, ahpOptions, wrongShares } from './ahp-options.ts'
import { ahpQuestionnaire } from './ahp-questionnaire.ts'
import { ahpSummary } from './ahp-summary.ts'
import { ahpWrittenFile } from './ahp-written-file.ts'

interface AhpSurroundings {
  readonly output: Output
  readonly locale: Locale
  readonly asksHelp: boolean
}

/** `vitalfew ahp`: judgements in, agreed weights out; and `vitalfew ahp questionnaire`, by which judgements are asked. */
export async function ahp(words: readonly string[], { output, locale, asksHelp }: AhpSurroundings): Promise<void> {
  if (asksHelp) return output.print(ahpHelp(locale))
  const [first, ...rest] = words
  if (first === 'questionnaire') return ahpQuestionnaire(rest, { output })
  return agree(ahpOptions(words), output)
}

async function agree(options: AhpOptions, output: Output): Promise<void> {
  const { files, method, aggregation, shares, locale, out, write } = options
  const judged = options.model === undefined ? undefined : await ahpModel(options.model)
  const part = await readJudgements(files, judged && criteriaNames(judged, locale))
  checkShares(part, shares)
  const report = agreeOnWeights(part, { method, aggregation, shares })
  const weights = modelWeights(report)
  const t = translator(locale)
  const notes: string[] = []
  if (judged !== undefined && write !== undefined) {
    const { name, version, text } = nextModel(judged, { weights, ready: ['default', ...readyModelNames()] })
    await ahpWrittenFile(write, () => writeFile(write, text, { flag: 'wx' }))
    notes.push(t('judgements.report.modelWritten', { path: write, name, version }))
  }
  if (out !== undefined) {
    await ahpWrittenFile(out, () => writeFile(out, `${JSON.stringify({ weights }, null, 2)}\n`))
    notes.push(t('judgements.report.written', { path: out }))
  }
  if (options.json) return output.print(JSON.stringify(report, null, 2))
  output.print([ahpSummary(report, locale), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'))
}

/** Shares name every department, and no other. */
function checkShares({ experts }: JudgedPart, shares: ReadonlyMap<string, number> | undefined): void {
  if (shares === undefined) return
  const departments = [...new Set(experts.map(({ department }) => department))]
  const isComplete = departments.length === shares.size && departments.every((name) => shares.has(name))
  const counted = departments.some((department) => (shares.get(department) ?? 0) > 0)
  if (isComplete && counted) return
  const given = [...shares].map(([name, share]) => `${name}=${share}`).join(',')
  throw wrongShares(given, departments.map((name) => `${name}=…`).join(','))
}
