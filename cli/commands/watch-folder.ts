import { setTimeout as pause } from 'node:timers/promises'
import { errorInWords } from '@vitalfew/contract/error-in-words.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import { filesIn } from '@vitalfew/domain/imports/index.ts'
import type { Output } from '../output/output.ts'

export interface WatchFolder {
  /** How often the folder is looked at; undefined for once. */
  readonly everySeconds: number | undefined
  readonly locale: Locale
  readonly output: Output
  readonly signal: AbortSignal
  /** Takes one file in. */
  readonly take: (path: string) => Promise<void>
}

/**
 * Takes in what is new or changed in a folder, the oldest first. A file that cannot be taken in is told and tried again when
 * it has changed; the others are not kept waiting by it.
 *
 * @throws ProductError `input.*` where the folder cannot be read
 */
export async function watchFolder(folder: string, watching: WatchFolder): Promise<void> {
  const { everySeconds, signal } = watching
  const seen = new Map<string, string>()
  for (;;) {
    for (const { path, state } of await filesIn(folder)) {
      if (seen.get(path) === state) continue
      signal.throwIfAborted()
      seen.set(path, state)
      await takeOne(path, watching)
    }
    if (everySeconds === undefined) return
    await pause(everySeconds * 1000, undefined, { signal })
  }
}

async function takeOne(path: string, { take, output, locale }: WatchFolder): Promise<void> {
  try {
    await take(path)
  } catch (error) {
    if (!(error instanceof ProductError) || error.code === 'run.cancelled') throw error
    output.endProgress()
    output.complain(errorInWords(error, locale))
  }
}
