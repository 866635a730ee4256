import { basename } from 'node:path'
import { ProductError, type ErrorCode } from '@vitalfew/contract/errors.ts'

const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['ENOENT', 'input.notFound'],
  ['ENOTDIR', 'input.notFound'],
  ['ENAMETOOLONG', 'input.notFound'],
  ['EACCES', 'input.noPermission'],
  ['EPERM', 'input.noPermission'],
  ['EISDIR', 'input.isDirectory'],
])

/** The product's word for what went wrong with a file; anything that is not the file's fault passes unchanged. */
export function fileFailure(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || cause instanceof ProductError) return cause
  const systemCode = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const code = codes.get(systemCode)
  if (code !== undefined) return new ProductError(code, { file: basename(path), path }, { cause })
  if (systemCode.startsWith('Z_') || systemCode === 'ERR_BUFFER_TOO_LARGE') return damaged(path, { cause })
  return cause
}

export function damaged(path: string, options?: ErrorOptions): ProductError {
  return new ProductError('input.damaged', { file: basename(path), path }, options)
}

export function tooLarge(path: string, limit: { readonly limit: string; readonly maximum: number }): ProductError {
  return new ProductError('input.tooLarge', { file: basename(path), path, ...limit })
}
