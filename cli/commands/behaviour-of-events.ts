import { basename } from 'node:path'
import { type TextTable, textTable } from '@vitalfew/domain/churn/index.ts'
import { largeEventFile, largeFileFunnel, purchaseFunnel } from '@vitalfew/domain/purchase-behaviour/index.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { BehaviourAnswer } from '../output/behaviour/behaviour-answer.ts'
import type { BehaviourOptions } from './behaviour-options.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'

/** Reads a table of opportunities, events or dates and says how far its cases come. */
export async function behaviourOfEvents(
  resources: AsyncDisposableStack,
  options: BehaviourOptions,
  around: CommandSurroundings,
): Promise<BehaviourAnswer> {
  const { signal, output } = around
  const [file, second] = options.files
  if (file === undefined || second !== undefined) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: second ?? '', expected: '1' })
  }
  const { by, stages, order, windowDays, locale } = options
  const ways = { by, stages, order, ...(windowDays === undefined ? {} : { windowDays }) }
  const table = await tableInMemory(file, signal)
  const isTooLarge = table instanceof ProductError && options.joined.length === 0
  const large = isTooLarge ? await largeEventFile(file, { signal }) : null
  if (large !== null) {
    const own = { ...temporary(options), command: 'behaviour' }
    const { warehouse } = await openSales(resources, own, around)
    const answer = await largeFileFunnel(warehouse, large, {
      ...ways,
      locale,
      signal,
      onProgress: (path, { rows, bytesRead, bytesTotal }) => {
        const done = bytesTotal === 0 ? 0 : Math.min(1, bytesRead / bytesTotal)
        output.progress('progress.reading', { file: basename(path), rows, done })
      },
    })
    return { analysis: 'funnel', answer }
  }
  if (table instanceof ProductError) throw table
  const joined = []
  for (const path of options.joined) joined.push(await textTable(path, { signal }))
  return { analysis: 'funnel', answer: purchaseFunnel(table, { ...ways, joined }) }
}

/** A table, or that it is too large to be one in memory: of events the engine can put together what happened to each. */
async function tableInMemory(file: string, signal: AbortSignal): Promise<TextTable | ProductError> {
  try {
    return await textTable(file, { signal })
  } catch (cause) {
    if (cause instanceof ProductError && cause.code === 'input.tooLarge') return cause
    throw cause
  }
}

/** The options of a workspace that is gone afterwards and has nothing to begin with. */
function temporary({ workspace: _workspace, level: _level, ...options }: BehaviourOptions) {
  return { ...options, files: [] }
}
