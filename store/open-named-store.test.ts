import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openNamedStore } from './open-named-store.ts'
import { outsideBinaries, type OutsideServer, startOutsideServer } from './outside-server.fixture.ts'

describe.each(outsideBinaries())('$title, named by its address', (binaries) => {
  let server: OutsideServer

  beforeAll(async () => {
    server = await startOutsideServer(binaries)
    await server.createDatabase('vitalfew')
  })

  afterAll(() => server.stop())

  test('a wrong password is told without the password', async () => {
    const url = server.url('vitalfew').replace('an%20outside', 'a%20wrong')
    const refused = await openNamedStore(url).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'store.loginRefused' })
    expect(JSON.stringify(refused)).not.toContain('wrong')
  })

  test('a database that is not there is told', async () => {
    await expect(openNamedStore(server.url('nowhere'))).rejects.toMatchObject({ code: 'store.loginRefused' })
  })
})

test('a server that is not there is told', async () => {
  await expect(openNamedStore('postgres://a:b@127.0.0.1:1/vitalfew')).rejects.toMatchObject({
    code: 'store.unreachable',
    details: { address: 'postgres://…@127.0.0.1:1/vitalfew' },
  })
})

test.each(['', 'http://a/b', 'postgres://a:b@host', 'mysql://a/b'])('%j is no address of a store', async (url) => {
  await expect(openNamedStore(url)).rejects.toMatchObject({ code: 'argument.invalid' })
})
