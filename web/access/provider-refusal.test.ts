import { translator } from '@vitalfew/contract/locale.ts'
import { expect, test } from 'vitest'
import { providerRefusal } from './provider-refusal.ts'

test('what the provider or the server says is told in words, and what nobody knows is not repeated', () => {
  const t = translator('zh-CN')
  const said = ['signup_disabled', 'account_not_linked', 'access_denied', '<b>state_mismatch</b>'].map((error) =>
    providerRefusal(error, t),
  )
  expect(new Set(said).size).toBe(4)
  expect(said[0]).toContain('邀请')
  expect(said[3]).not.toContain('state_mismatch')
})
