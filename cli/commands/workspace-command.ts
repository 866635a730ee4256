import { ProductError } from '@vitalfew/contract/errors.ts'
import { workspaceCopy } from './workspace-copy.ts'
import { workspaceHelp } from './workspace-help.ts'
import { workspaceCopyOptions } from './workspace-options.ts'

/** `vitalfew workspace …`. */
export function workspaceCommand(
  [verb = '', ...rest]: readonly string[],
  around: Parameters<typeof workspaceCopy>[1] & { readonly asksHelp: boolean },
): Promise<void> | void {
  if (around.asksHelp || verb === '--help' || verb === '-h') return around.output.print(workspaceHelp(around.locale))
  if (verb === 'copy') return workspaceCopy(workspaceCopyOptions(rest), around)
  throw new ProductError('argument.invalid', { argument: 'workspace', value: verb, expected: 'copy' })
}
