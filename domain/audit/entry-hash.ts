import { createHash } from 'node:crypto'

/** What is sealed of an entry: all that can be read of it. */
export interface SealedEntry {
  readonly number: number
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  readonly action: string
  readonly subject: string
  readonly details: Readonly<Record<string, unknown>>
}

/** SHA-256 over the hash before and this entry: no entry can change, go or move without breaking all that follow. */
export function entryHash(previous: string, entry: SealedEntry): string {
  const { number, at, actorId, actorName, action, subject, details } = entry
  const row = [number, at.toISOString(), actorId, actorName, action, subject, details]
  return createHash('sha256').update(previous).update('\n').update(canonicalJson(row)).digest('hex')
}

/** JSON in one way only, whatever order the keys of an object came in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
