import { ORPCError } from '@orpc/client'
import { translator } from '@vitalfew/contract/locale.ts'
import { expect, test } from 'vitest'
import { faultStatus, faultWords, hasNoRun } from './fault-words.ts'

const t = translator('en')

test('the words of the server are passed on', () => {
  const fault = new ORPCError('run.none', { status: 422, message: 'Nothing was analysed yet.' })
  expect(faultWords(fault, t)).toBe('Nothing was analysed yet.')
  expect([faultStatus(fault), hasNoRun(fault)]).toEqual([422, true])
})

test('an unknown fault is named, a lost connection is called one', () => {
  const unknown = new ORPCError('unexpected', { status: 500, message: 'x', data: { requestId: 'r-1' } })
  expect(faultWords(unknown, t)).toContain('r-1')
  expect(faultWords(new TypeError('fetch failed'), t)).toBe(t('app.fault.unreachable'))
  expect(faultWords(new Error('broken'), t)).toContain('broken')
  expect(faultStatus(new Error('broken'))).toBeNull()
})
