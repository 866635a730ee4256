import { readFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Bytes this process may use: the smallest limit among the machine's memory and every control group it is in, nested
 * ones included (the engine looks at the machine alone and would be killed inside a small container).
 */
export function memoryLimitBytes(root = '/'): number {
  const limits = controlGroupFiles(root).map(readLimit)
  return Math.min(totalmem(), ...limits)
}

/** Limit files of both control-group versions, from our own group up to the root. */
function controlGroupFiles(root: string): string[] {
  const files: string[] = []
  for (const line of readText(join(root, 'proc/self/cgroup')).split('\n')) {
    const [, controllers, path] = /^\d+:([^:]*):(.+)$/.exec(line) ?? []
    if (controllers === undefined || path === undefined) continue
    const isVersionTwo = controllers === ''
    if (!isVersionTwo && !controllers.split(',').includes('memory')) continue
    const mount = join(root, isVersionTwo ? 'sys/fs/cgroup' : 'sys/fs/cgroup/memory')
    const name = isVersionTwo ? 'memory.max' : 'memory.limit_in_bytes'
    for (let group = path; ; group = dirname(group)) {
      files.push(join(mount, group, name))
      if (group === '/' || group === '.') break
    }
  }
  return files
}

function readLimit(file: string): number {
  const text = readText(file).trim()
  return /^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
