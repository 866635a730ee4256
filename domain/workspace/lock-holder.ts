import { z } from 'zod'
import { jsonOrUndefined } from './json-or-undefined.ts'

const LockHolder = z.object({ pid: z.int(), command: z.string(), host: z.string(), since: z.string() })

/** What the lock file says about the process that holds it. The file only tells; the kernel's lock decides. */
export type LockHolder = Readonly<z.infer<typeof LockHolder>>

/** Reads what `JSON.stringify(holder)` wrote; undefined for an empty or cut-off file. */
export function parseLockHolder(text: string): LockHolder | undefined {
  return LockHolder.safeParse(jsonOrUndefined(text)).data
}
