import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { text as wholeText } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { FixAction, FixRule, QualityReport, QualityStep } from '@vitalfew/contract/quality.ts'
import {
  applySteps,
  type AskedStep,
  changeQuality,
  listDoubtfulLines,
  qualityReport,
  readControls,
} from '@vitalfew/domain/data-quality/index.ts'
import { outputFailure } from '@vitalfew/domain/workspace/index.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { qualityHelp, qualityTable, stepTable } from '../output/quality-tables.ts'
import { required } from './identity-options.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'
import { type QualityOptions, qualityOptions } from './quality-options.ts'

interface QualitySurroundings extends CommandSurroundings {
  readonly locale: Locale
  readonly asksHelp: boolean
}

interface Work {
  readonly warehouse: Warehouse
  readonly options: QualityOptions
  readonly today: string
  readonly print: (answer: object, table: () => string) => void
  readonly signal: AbortSignal
}

/** `vitalfew quality`: how far the sales of a workspace can be trusted, and what to do where they cannot. */
export async function quality(words: readonly string[], around: QualitySurroundings): Promise<void> {
  const { output, locale, asksHelp, signal } = around
  if (asksHelp) return output.print(qualityHelp(locale))
  const options = qualityOptions(words)
  await using resources = new AsyncDisposableStack()
  const sales = { files: [], map: {}, dropDuplicates: false, command: 'quality' }
  const { json, quiet, workspace, warehouse: named } = options
  const opened = { ...sales, json, quiet, workspace, locale: options.locale }
  const { warehouse } = await openSales(
    resources,
    named === undefined ? opened : { ...opened, warehouse: named },
    around,
  )
  const print = (answer: object, table: () => string): void => {
    output.endProgress()
    if (json) output.print(JSON.stringify(answer, null, 2))
    else if (!quiet) output.print(table())
  }
  const today = new Date().toISOString().slice(0, 10)
  await does[options.verb]({ warehouse, options, today, print, signal })
}

const does: Readonly<Record<QualityOptions['verb'], (work: Work) => Promise<void>>> = {
  show,
  fix: async (work) => {
    const check = required('CHECK', work.options.subject)
    const { action, rule } = await chosenFix(work, check)
    await change(work, { action, check, rule })
  },
  accept: (work) => change(work, { action: 'accept', check: required('CHECK', work.options.subject), rule: {} }),
  undo: (work) => change(work, { action: 'undo', check: '', rule: {}, undoes: stepNumber(work.options.subject) }),
}

async function show(work: Work): Promise<void> {
  const { warehouse, options, today, print, signal } = work
  await applySteps(warehouse, today)
  const controls = (await Promise.all(options.controls.map((given) => readControls(given, signal)))).flat()
  if (controls.length > 0) {
    const said = { author: options.author, reason: options.reason, token: randomUUID(), source: '' }
    await changeQuality(warehouse, {
      asked: { ...said, action: 'control', check: 'controlTotal', rule: { controls } },
      today,
    })
  }
  if (options.list !== undefined) return list(work, options.list)
  const report = await qualityReport(warehouse, { today })
  if (options.steps) return print({ steps: report.steps }, () => stepTable(report.steps, options.locale))
  print(report, () => qualityTable(report, options))
}

/** Every line behind a check: to a file, or for another program to read. */
async function list({ warehouse, options, today, print }: Work, check: string): Promise<void> {
  const lines = await listDoubtfulLines(warehouse, { check, today, locale: options.locale })
  const { out } = options
  if (out === undefined) {
    const whole = await wholeText(lines)
    return print({ check, csv: whole }, () => whole.trimEnd())
  }
  try {
    await pipeline(lines, createWriteStream(out))
  } catch (cause) {
    throw outputFailure(cause, out)
  }
  print({ check, out }, () => out)
}

/** What was asked for, or else the first thing that the check itself proposes. */
async function chosenFix(
  { warehouse, options, today }: Work,
  check: string,
): Promise<{ readonly action: FixAction; readonly rule: FixRule }> {
  const { action, rule } = options
  if (action !== undefined) return { action, rule }
  if (rule.values !== undefined) return { action: 'set', rule }
  if (rule.factor !== undefined) return { action: 'scale', rule }
  const report: QualityReport = await qualityReport(warehouse, { today })
  const [proposed] = report.checks.find((result) => result.check === check)?.proposals ?? []
  if (proposed === undefined || proposed.action === 'accept') return { action: 'exclude', rule }
  return { action: proposed.action, rule: { ...proposed.rule, ...rule } }
}

/** Who says so and why: nothing is changed by nobody. */
async function change(
  { warehouse, options, today, print }: Work,
  asked: Pick<AskedStep, 'action' | 'check' | 'rule' | 'undoes'>,
): Promise<void> {
  const author = required('--author', options.author)
  const reason = required('--reason', options.reason)
  const { source } = options
  await applySteps(warehouse, today)
  const step = await changeQuality(warehouse, {
    asked: { ...asked, author, reason, token: randomUUID(), source },
    today,
  })
  const { score } = await qualityReport(warehouse, { today })
  const steps: QualityStep[] = step === undefined ? [] : [step]
  print({ step: step ?? null, score }, () => stepTable(steps, options.locale))
}

function stepNumber(text: string): number {
  const given = required('STEP', text)
  return /^\d{1,9}$/.test(given) ? Number(given) : 0
}
