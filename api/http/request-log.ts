import { ProductError } from '@vitalfew/contract/errors.ts'

/** One request as the log has it: who by number, never by name, and no value that somebody sent. */
export interface RequestLine {
  readonly requestId: string
  readonly method: string
  /** The path of the contract, as `/users/{id}`; `-` where nothing is there. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly userId?: string | undefined
  readonly traceId?: string | undefined
}

export interface Log {
  readonly request: (line: RequestLine) => void
  /** A fault of ours, with where it happened. */
  readonly fault: (requestId: string, cause: unknown) => void
  readonly event: (name: string, facts?: Readonly<Record<string, string | number | boolean>>) => void
}

/** Lines of JSON, one to an event. */
export function jsonLog(write: (line: string) => void): Log {
  const say = (level: string, facts: object): void =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, ...facts })}\n`)
  return {
    request: (line) => say(line.status >= 500 ? 'error' : 'info', { event: 'request', ...line }),
    fault: (requestId, cause) => say('error', { event: 'fault', requestId, ...told(cause) }),
    event: (event, facts) => say('info', { event, ...facts }),
  }
}

/** The kind of a fault and the places in our code; its message may quote what somebody sent. */
function told(cause: unknown): Readonly<Record<string, string | number | readonly string[]>> {
  if (!(cause instanceof Error)) return { kind: typeof cause }
  const stack = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}
  const inner = cause.cause instanceof Error ? ` < ${cause.cause.name}` : ''
  const query = cause instanceof ProductError ? cause.details['query'] : undefined
  return { kind: cause.name + inner, ...code, ...(query === undefined ? {} : { query }), stack }
}
