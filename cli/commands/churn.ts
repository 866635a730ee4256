import { writeFile } from 'node:fs/promises'
import type { Churn } from '@vitalfew/contract/churn.ts'
import { unstatedCurrency } from '@vitalfew/contract/currency.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import {
  analysedContracts,
  churnCsv,
  churnOfContracts,
  textTable,
  ticketRecords,
} from '@vitalfew/domain/churn/index.ts'
import { outputFailure, stageOutput } from '@vitalfew/domain/workspace/index.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { churnTable } from '../output/churn-table.ts'
import type { ChurnOptions } from './churn-options.ts'
import { churnOfSales, type ChurnRecords } from './churn-of-sales.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'

/** Contracts and accounts that the files list; the machine's copy keeps as many. */
const listed = 10_000

/** `vitalfew churn`: sales files, contracts and tickets in; who may leave, who has left, and how past warnings did out. */
export async function churn(options: ChurnOptions, around: CommandSurroundings): Promise<void> {
  const { output, signal } = around
  const hasSales = options.files.length > 0 || options.workspace !== undefined
  if (!hasSales && options.contracts === undefined) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew churn FILE …' })
  }
  await using resources = new AsyncDisposableStack()
  const staged = options.out === undefined ? null : await stageOutput(options.out)
  if (staged !== null) resources.defer(staged.discard)
  try {
    const records = await readRecords(options, signal)
    const found = hasSales
      ? await churnOfSales(await openSales(resources, { ...options, command: 'churn' }, around), {
          options,
          output,
          signal,
          staged,
          records,
          listed,
        })
      : churnOfFile(options, records)
    signal.throwIfAborted()
    if (staged !== null) {
      await writeFile(staged.path('churn.json'), `${JSON.stringify(found, null, 2)}\n`)
      await writeFile(staged.path('warnings.csv'), churnCsv(found.warnings))
      await writeFile(staged.path('win-back.csv'), churnCsv(found.winBack))
      await staged.publish()
    }
    output.endProgress()
    if (options.json) output.print(JSON.stringify(found, null, 2))
    else if (!options.quiet) output.print(churnTable(found, { locale: options.locale, out: options.out ?? null }))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out ?? '')
  }
}

async function readRecords({ contracts, tickets }: ChurnOptions, signal: AbortSignal): Promise<ChurnRecords> {
  return {
    contracts: contracts === undefined ? null : await textTable(contracts, { signal }),
    tickets: tickets === undefined ? null : ticketRecords(await textTable(tickets, { signal })),
  }
}

function churnOfFile(options: ChurnOptions, { contracts }: ChurnRecords): Churn {
  const { asOf, horizonMonths, factors, locale, currency = unstatedCurrency } = options
  if (contracts === null)
    throw new ProductError('argument.invalid', { argument: '--contracts', value: '', expected: 'FILE' })
  const day = asOf === undefined ? {} : { asOf: dayFromIso(asOf) }
  const found = analysedContracts(contracts, { horizonMonths, factors, listed, ...day })
  // A table of months so far tells no day: its customers are those of today.
  const isOfToday = asOf === undefined && found.churn.shape !== 'terms'
  const told = isOfToday ? { ...found, asOf: dayFromIso(new Date().toISOString().slice(0, 10)) } : found
  return churnOfContracts(told, { horizonMonths, locale, currency, listed })
}
