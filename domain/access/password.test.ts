import { expect, test } from 'vitest'
import { hashPassword, passwordMatches } from './password.ts'

test('a digest knows its password again, and no other', async () => {
  const digest = await hashPassword('密码 correct horse')
  expect(digest).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  expect(await passwordMatches('密码 correct horse', digest)).toBe(true)
  expect(await passwordMatches('密码 correct hors', digest)).toBe(false)
  expect(await passwordMatches('', digest)).toBe(false)
})

test('two digests of one password have nothing in common', async () => {
  const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')])
  expect(one?.split('$').slice(4)).not.toEqual(two?.split('$').slice(4))
})

test('the same letters in other code points are the same password', async () => {
  expect(await passwordMatches('Cafe\u0301１２３', await hashPassword('Caf\u00E9123'))).toBe(true)
})

test.each(['', 'plain text', 'scrypt$', 'md5$1$1$1$a$b'])('what is no digest matches nothing: %j', async (digest) => {
  expect(await passwordMatches('', digest).catch(() => false)).toBe(false)
})
