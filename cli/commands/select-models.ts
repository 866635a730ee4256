import { defaultModel, keptModels, readModel } from '@vitalfew/domain/selection/index.ts'
import { readyModelFile, readyModelNames } from '@vitalfew/samples/model-files.ts'
import { translator } from '@vitalfew/contract/locale.ts'
import { padded, textWidth } from '../output/text-width.ts'
import type { SelectSurroundings } from './open-selection.ts'
import { openStoreOf } from './open-store.ts'
import type { SelectOptions } from './select-options.ts'

/** `vitalfew select models`: the models that come along, and those that were used in a workspace. */
export async function selectModels(options: SelectOptions, around: SelectSurroundings): Promise<void> {
  const { output } = around
  const { locale } = options
  await using resources = new AsyncDisposableStack()
  const ready = [defaultModel, ...(await Promise.all(readyModelNames().map((name) => readModel(readyModelFile(name)))))]
  const models = ready.map(({ name, version, title, description }) => ({
    name,
    version,
    title: title[locale],
    description: description[locale],
  }))
  const used: { name: string; version: number; firstUsed: string }[] = []
  const { workspace } = options
  const database = await openStoreOf(resources, { workspace, command: 'select models' }, around)
  for (const { name, version, first_used_at: at } of database === undefined ? [] : await keptModels(database)) {
    used.push({ name, version, firstUsed: at.toISOString() })
  }
  if (options.json) return output.print(JSON.stringify({ models, used }, null, 2))
  const t = translator(locale)
  const width = Math.max(...models.map(({ name }) => textWidth(name)))
  const lines = models.map(
    ({ name, title, description }) =>
      `  ${padded(name, width)}  ${t('selection.table.named', { name: title, text: description })}`,
  )
  const usedLines = used.map(({ name, version, firstUsed }) => `  ${name}@${version}  ${firstUsed.slice(0, 10)}`)
  output.print(
    [
      t('selection.command.models'),
      ...lines,
      ...(used.length === 0 ? [] : ['', t('selection.command.used'), ...usedLines]),
    ].join('\n'),
  )
}
