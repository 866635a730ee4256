/** What the lock file says about the process that holds it. The file only tells; the kernel's lock decides. */
export interface LockHolder {
  readonly pid: number
  readonly command: string
  readonly host: string
  readonly since: string
}

/** Reads what `JSON.stringify(holder)` wrote; undefined for an empty or cut-off file. */
export function parseLockHolder(text: string): LockHolder | undefined {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return undefined
  if (!('pid' in value && 'command' in value && 'host' in value && 'since' in value)) return undefined
  const { pid, command, host, since } = value
  if (typeof pid !== 'number' || typeof command !== 'string') return undefined
  if (typeof host !== 'string' || typeof since !== 'string') return undefined
  return { pid, command, host, since }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
