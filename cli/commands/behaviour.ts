import { writeFile } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { outputFailure, stageOutput } from '@vitalfew/domain/workspace/index.ts'
import { behaviourFiles } from '../output/behaviour/behaviour-files.ts'
import { behaviourTable } from '../output/behaviour/behaviour-table.ts'
import { behaviourOfEvents } from './behaviour-of-events.ts'
import { behaviourOfSales } from './behaviour-of-sales.ts'
import type { BehaviourOptions } from './behaviour-options.ts'
import { openSales } from './open-sales.ts'
import type { SelectSurroundings } from './open-selection.ts'

/** `vitalfew behaviour`: sales or events in; one analysis of how accounts buy out. */
export async function behaviour(options: BehaviourOptions, around: SelectSurroundings): Promise<void> {
  const { output, signal, openStore } = around
  await using resources = new AsyncDisposableStack()
  const staged = options.out === undefined ? null : await stageOutput(options.out)
  if (staged !== null) resources.defer(staged.discard)
  try {
    const found =
      options.analysis === 'funnel' && options.files.length > 0 && options.kind !== 'sales'
        ? await behaviourOfEvents(resources, options, around)
        : await behaviourOfSales(await openSales(resources, { ...salesOf(options), command: 'behaviour' }, around), {
            options,
            output,
            signal,
            staged,
            resources,
            openStore,
          })
    signal.throwIfAborted()
    if (staged !== null) {
      await writeFile(staged.path(`${options.analysis}.json`), `${JSON.stringify(found.answer, null, 2)}\n`)
      for (const [name, text] of behaviourFiles(found)) await writeFile(staged.path(name), text)
      await staged.publish()
    }
    output.endProgress()
    if (options.json) output.print(JSON.stringify(found.answer, null, 2))
    else if (!options.quiet) output.print(behaviourTable(found, { locale: options.locale, out: options.out ?? null }))
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.out ?? '')
  }
}

/** The options without the level of products. */
function salesOf({ level: _level, ...options }: BehaviourOptions) {
  return options
}
