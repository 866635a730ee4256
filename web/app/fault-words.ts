import { ORPCError } from '@orpc/client'
import type { Translate } from '@vitalfew/contract/locale.ts'

/** What went wrong in words: the server's own where it sent some, otherwise what the browser could see. */
export function faultWords(fault: unknown, t: Translate): string {
  if (fault instanceof ORPCError) {
    if (fault.code === 'unexpected') return t('app.fault.unexpected', { requestId: requestIdOf(fault.data) })
    return fault.message === fault.code ? t('app.fault.server', { status: fault.status }) : fault.message
  }
  if (fault instanceof TypeError) return t('app.fault.unreachable')
  return t('app.fault.page', { problem: fault instanceof Error ? fault.message : String(fault) })
}

export function faultStatus(fault: unknown): number | null {
  return fault instanceof ORPCError ? fault.status : null
}

/** True where nothing was analysed yet, which is no fault but a beginning. */
export function hasNoRun(fault: unknown): boolean {
  return fault instanceof ORPCError && fault.code === 'run.none'
}

function requestIdOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'requestId' in data ? String(data.requestId) : '–'
}
