import { open, writeFile } from 'node:fs/promises'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { outputFailure, stageOutput } from '@vitalfew/domain/workspace/index.ts'
import {
  fullEffort,
  readCustomerTable,
  readEarlierSegments,
  segmentAccounts,
  type SegmentAccounts,
  type SegmentedAccounts,
  segmentsCsv,
} from '@vitalfew/domain/segmentation/index.ts'
import { segmentHelp } from '../output/segment-help.ts'
import { segmentTable } from '../output/segment-table.ts'
import { type CommandSurroundings, openSales } from './open-sales.ts'
import { isCustomerTable } from './segment-kind.ts'
import { segmentOfSales } from './segment-of-sales.ts'
import { type SegmentOptions, segmentOptions } from './segment-options.ts'

/** `vitalfew segment`: groups like accounts of a customer table, of sales files or of a workspace. */
export async function segment(
  words: readonly string[],
  around: CommandSurroundings & { readonly locale: Parameters<typeof segmentHelp>[0]; readonly asksHelp: boolean },
): Promise<void> {
  if (around.asksHelp) return around.output.print(segmentHelp(around.locale))
  const options = await segmentOptions(words)
  if (options.files.length === 0 && options.workspace === undefined) {
    throw new ProductError('argument.invalid', { argument: 'FILE', value: '', expected: 'vitalfew segment FILE …' })
  }
  await segmentFiles(options, around)
}

async function segmentFiles(options: SegmentOptions, around: CommandSurroundings): Promise<void> {
  const { output, signal } = around
  await using resources = new AsyncDisposableStack()
  const staged = options.out === undefined ? null : await stageOutput(options.out)
  if (staged !== null) resources.defer(staged.discard)
  try {
    const request = await requestOf(options, signal)
    const isTable = await isCustomerTable(options, signal)
    if (isTable && options.earlierDay !== undefined) {
      throw new ProductError('argument.invalid', {
        argument: '--earlier',
        value: options.earlierDay,
        expected: 'segments.csv',
      })
    }
    const found = isTable
      ? segmentAccounts(await readCustomerTable(options.files[0] ?? '', { ...options, signal }), request)
      : await segmentOfSales(await openSales(resources, { ...options, command: 'segment' }, around), {
          options,
          output,
          signal,
          staged,
          request,
        })
    signal.throwIfAborted()
    if (options.assignments !== undefined) await writeAssignments(options.assignments, found)
    if (staged !== null) {
      await writeFile(staged.path('segmentation.json'), `${JSON.stringify(found.segmentation, null, 2)}\n`)
      await writeAssignments(staged.path('segments.csv'), found)
      await staged.publish()
    }
    output.endProgress()
    if (options.json) output.print(JSON.stringify(found.segmentation, null, 2))
    else if (!options.quiet) {
      output.print(
        segmentTable(found.segmentation, { locale: options.locale, out: options.out ?? options.assignments ?? null }),
      )
    }
  } catch (cause) {
    if (signal.aborted) throw new ProductError('run.cancelled', {}, { cause })
    throw outputFailure(cause, options.assignments ?? options.out ?? '')
  }
}

async function requestOf(options: SegmentOptions, signal: AbortSignal): Promise<SegmentAccounts> {
  const { features, transform, scale, missing, distance, method, ks, seed, locale, umap, earlier } = options
  return {
    features,
    transform,
    scale,
    missing,
    distance,
    method,
    ks,
    seed,
    locale,
    effort: { ...fullEffort, umap },
    earlier: earlier === undefined ? null : await readEarlierSegments(earlier, signal),
  }
}

async function writeAssignments(path: string, found: SegmentedAccounts): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (const part of segmentsCsv(found)) await file.write(part)
  } finally {
    await file.close()
  }
}
