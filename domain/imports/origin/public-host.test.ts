import { expect, test } from 'vitest'
import { requirePublicHost } from './public-host.ts'

test.each([
  'http://127.0.0.1/a',
  'http://2130706433/a',
  'http://0x7f.1/a',
  'http://10.1.2.3',
  'http://172.31.255.255',
  'http://192.168.0.1:8123',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1',
  'http://0.0.0.0',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:10.0.0.1]',
  'http://[fd00::1]',
  'http://[fe80::1]',
  'http://localhost',
  'postgres://reader@localhost/db',
])('%s is not fetched from', async (address) => {
  await expect(requirePublicHost(new URL(address), [])).rejects.toMatchObject({ code: 'origin.privateAddress' })
})

test('public addresses are, and those that were allowed', async () => {
  await requirePublicHost(new URL('http://203.0.113.9/a'), [])
  await requirePublicHost(new URL('http://[2606:4700::1]/a'), [])
  await requirePublicHost(new URL('http://10.0.0.7/a'), ['db.example', '10.0.0.7'])
  await requirePublicHost(new URL('http://127.0.0.1/a'), ['*'])
  await expect(requirePublicHost(new URL('http://10.0.0.8/a'), ['10.0.0.7'])).rejects.toMatchObject({
    code: 'origin.privateAddress',
  })
  await expect(requirePublicHost(new URL('http://no-such-host.invalid/'), [])).rejects.toMatchObject({
    code: 'origin.unreachable',
  })
})

test('an address is handed on as it was looked at; one that was allowed by name is looked up again', async () => {
  const lookup = await requirePublicHost(new URL('http://203.0.113.9/a'), [])
  const found = await new Promise((resolve) => lookup?.('any.name', { all: true }, (_, all) => resolve(all)))
  expect(found).toEqual([{ address: '203.0.113.9', family: 4 }])
  const six = await new Promise((resolve) => lookup?.('any.name', { family: 6 }, (error) => resolve(error?.code)))
  expect(six).toBe('ENOTFOUND')
  expect(await requirePublicHost(new URL('http://10.0.0.7/a'), ['10.0.0.7'])).toBeUndefined()
})
