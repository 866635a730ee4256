import { backupOptions } from './backup-options.ts'
import { serveOptions } from './serve-options.ts'
import type { ServerSurroundings } from './server-surroundings.ts'

/** `vitalfew serve`, and what is done to a workspace while nobody serves it: each loads only what it needs. */
export async function serverCommand(
  command: 'serve' | 'backup' | 'restore',
  words: readonly string[],
  around: ServerSurroundings,
): Promise<void> {
  if (command === 'serve') {
    const options = serveOptions(words)
    const { serve } = await import('./serve.ts')
    return serve(options, around)
  }
  const options = backupOptions(words, command)
  const { backup, restore } = await import('./backup.ts')
  return command === 'backup' ? backup(options, around) : restore(options, around)
}
