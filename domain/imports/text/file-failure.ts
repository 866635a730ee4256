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

/** Codes of zlib, and of reading beyond the end of what is there. */
const damage = /^(?:Z_|ZSTD_|ERR_BUFFER_TOO_LARGE|ERR_BUFFER_OUT_OF_BOUNDS|ERR_OUT_OF_RANGE)/

/** The product's word for what went wrong with a file; anything that is not the file's fault passes unchanged. */
export function fileFailure(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || cause instanceof ProductError) return cause
  const systemCode = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const code = codes.get(systemCode)
  if (code !== undefined) return new ProductError(code, { file: basename(path), path }, { cause })
  return damage.test(systemCode) ? damaged(path, cause.message) : cause
}

/** `problem` is what a reader of the format would call it: `invalid distance code`, `encrypted`, `cut off`. */
export function damaged(path: string, problem: string): ProductError {
  return new ProductError('input.damaged', { file: basename(path), path, problem })
}

/** What a library says went wrong, in its own words. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** The limit as a formula that needs no translation: `inflated > 1 GiB`. */
export function tooLarge(path: string, problem: string): ProductError {
  return new ProductError('input.tooLarge', { file: basename(path), path, problem })
}

/** Bytes in the largest unit that gives a whole number. */
export function byteText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB']
  let value = bytes
  let unit = 0
  for (; value >= 1024 && value % 1024 === 0 && unit < units.length - 1; unit += 1) value /= 1024
  return `${value} ${units[unit]}`
}
