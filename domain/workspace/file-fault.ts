import { ProductError } from '@vitalfew/contract/errors.ts'

/** What the operating system said while a workspace was being opened, in the words of the product. */
export function fileFault(cause: unknown, path: string): unknown {
  const code = systemCode(cause)
  if (code === undefined) return cause
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ProductError('disk.full', { path }, { cause })
  if (code === 'ENOTDIR' || code === 'EEXIST') return new ProductError('workspace.notAWorkspace', { path }, { cause })
  return new ProductError('output.notWritable', { path, problem: code }, { cause })
}

/** The `E…` code of an error of the file system; undefined for any other value. */
export function systemCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}
