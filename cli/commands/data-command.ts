import type { Locale } from '@vitalfew/contract/locale.ts'
import type { CommandSurroundings } from './open-sales.ts'

type DataCommand = 'import' | 'imports' | 'quality' | 'identity' | 'match'

/** What is done to the data of a workspace before anything is analysed: each command loads only what it needs. */
export async function dataCommand(
  command: DataCommand,
  words: readonly string[],
  around: CommandSurroundings & { readonly locale: Locale; readonly asksHelp: boolean },
): Promise<void> {
  switch (command) {
    case 'import':
      return (await import('./import.ts')).importCommand(words, around)
    case 'imports':
      return (await import('./imports.ts')).imports(words, around)
    case 'quality':
      return (await import('./quality.ts')).quality(words, around)
    case 'identity':
      return (await import('./identity.ts')).identity(words, around)
    case 'match':
      return (await import('./match.ts')).match(words, around)
  }
}
