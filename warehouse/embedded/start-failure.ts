import { readFileSync } from 'node:fs'
import { ProductError } from '@vitalfew/contract/errors.ts'

/** Why an engine did not start, from what it wrote to its log after `from`: its last exception, else its last line. */
export function startFailure(
  log: string,
  options: { readonly from: number; readonly directory: string },
): ProductError {
  const text = readLog(log).subarray(options.from).toString('utf8').trim()
  if (/No space left on device|Disk quota exceeded|NOT_ENOUGH_SPACE/.test(text)) {
    return new ProductError('disk.full', { path: options.directory })
  }
  const lines = text.split('\n')
  const reason = lines.findLast((line) => line.includes('Exception')) ?? lines.at(-1) ?? ''
  return new ProductError('warehouse.startFailed', { reason: reason || 'it ended without a word', log })
}

/** What the file system refused while a start was prepared; anything else is passed on as it is. */
export function systemFault(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) return cause
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') return new ProductError('disk.full', { path }, { cause })
  return new ProductError('output.notWritable', { path, problem: String(cause.code) }, { cause })
}

function readLog(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}
