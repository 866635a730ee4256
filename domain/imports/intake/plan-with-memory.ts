import { ProductError } from '@vitalfew/contract/errors.ts'
import type { ReadingSettings } from '@vitalfew/contract/import-log.ts'
import type { SourceMemory } from './source-memory.ts'

/**
 * Plans the reading of a file as the last one of its source was read. What somebody has said must be there; a header that
 * is only remembered may be gone, and is then looked for anew.
 *
 * @throws ProductError `mapping.headerNotFound` for a header that somebody named, and whatever planning throws
 */
export async function planWithMemory<Plan>(
  {
    memory,
    settings,
  }: { readonly memory: Pick<SourceMemory, 'settings' | 'shape'> | undefined; readonly settings: ReadingSettings },
  plan: (overrides: Readonly<Record<string, string>>) => Promise<Plan>,
): Promise<Plan> {
  const said = settings.map ?? {}
  const saidBefore = memory?.settings.map ?? {}
  const overrides: Record<string, string> = { ...memory?.shape.mapping, ...said }
  for (;;) {
    try {
      return await plan(overrides)
    } catch (cause) {
      if (!(cause instanceof ProductError) || cause.code !== 'mapping.headerNotFound') throw cause
      const field = String(cause.details['field'] ?? '')
      const isRemembered = said[field] === undefined || said[field] === saidBefore[field]
      if (!isRemembered || overrides[field] === undefined) throw cause
      Reflect.deleteProperty(overrides, field)
    }
  }
}
