import { writeFile } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import {
  dropAccountValues,
  mostValuable,
  valueAccounts,
  writeAccountValues,
  writeValuesCsv,
} from '@vitalfew/domain/customer-value/index.ts'
import { currentSalesImports } from '@vitalfew/domain/imports/index.ts'
import { outputFailure, type StagedOutput, stageOutput } from '@vitalfew/domain/workspace/index.ts'
import type { Output } from '../output/output.ts'
import { type FoundValue, valueTable } from '../output/value-table.ts'
import { knownSales } from './known-sales.ts'
import { type CommandSurroundings, openSales, type OpenSales } from './open-sales.ts'
import { takeInSales } from './take-in-sales.ts'
import type { ValueOptions } from './value-options.ts'
import { valueOfSummary } from './value-summary.ts'

/** The name under which the values of this command stand in the warehouse while it runs. */
const runId = 'value'
const accountsShown = 10

/**
 * `vitalfew value`: sales files, or a table of summaries, in; models, their back-test and the value of every customer out.
 */
export async function value(options: ValueOptions, around: CommandSurroundings): Promise<void> {
  const { output, signal } = around
  if (
    options.files.length === 0 &&
    options.workspace === undefined &&
    options.warehouse === undefined &&
    options.summary === undefined
  ) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew value FILE …' })
  }
  await using resources = new AsyncDisposableStack()
  const staged = options.out === undefined ? null : await stageOutput(options.out)
  if (staged !== null) resources.defer(staged.discard)
  try {
    const found =
      options.summary === undefined
        ? await valueOfSales(await openSales(resources, { ...options, command: 'value' }, around), {
            options,
            output,
            signal,
            staged,
          })
        : await valueOfSummary({ ...options, summary: options.summary }, { output, signal, staged })
    if (staged !== null) await writeFile(staged.path('value.json'), `${machineCopy(found)}\n`)
    signal.throwIfAborted()
    await staged?.publish()
    conclude(found, { options, output })
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out ?? '')
  }
}

interface Work {
  readonly options: ValueOptions
  readonly output: Output
  readonly signal: AbortSignal
  readonly staged: StagedOutput | null
}

async function valueOfSales(sales: OpenSales, work: Work): Promise<FoundValue> {
  const { warehouse } = sales
  const { options, output, signal, staged } = work
  const leftOut = await takeInSales(sales, work)
  const imports = (await currentSalesImports(warehouse)).map((item) => item.id)
  const { asOf, membershipSequence, firstDay, currency, laterLines } = await knownSales(warehouse, imports, options)
  const { locale } = options
  output.progress('progress.value')
  const settings = { ...options.settings, locale, currency }
  const valuation = await valueAccounts(warehouse, { imports, membershipSequence, asOf, firstDay, settings, signal })
  await dropAccountValues(warehouse, runId)
  // Without a file to write, only those that are shown are needed.
  await writeAccountValues(warehouse, valuation, { runId, ...(staged === null && { most: accountsShown }) })
  output.progress('progress.writing')
  const scope = { runId, imports, membershipSequence, asOf, currency }
  if (staged !== null) await writeValuesCsv(warehouse, scope, staged.path('values.csv'))
  const accounts = await mostValuable(warehouse, scope, { limit: accountsShown })
  await dropAccountValues(warehouse, runId)
  // Nothing is shown that a part of the warehouse may have been missing from.
  await warehouse.verify()
  return { summary: valuation.summary, accounts, leftOut, laterLines }
}

/** The summary, with the horizon as the command line takes it. */
function machineCopy({ summary }: FoundValue): string {
  const { asOf, unit, ...rest } = summary
  return JSON.stringify({ asOf, unit, horizon: `${summary.horizonMonths}m`, ...rest }, null, 2)
}

function conclude(found: FoundValue, { options, output }: { readonly options: ValueOptions; readonly output: Output }) {
  output.endProgress()
  if (options.json) output.print(machineCopy(found))
  else if (!options.quiet) output.print(valueTable(found, { locale: options.locale, out: options.out ?? null }))
}
