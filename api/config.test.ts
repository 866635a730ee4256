import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originAddress } from '@vitalfew/domain/imports/index.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { sourceReach } from './config.ts'

const workspace = mkdtempSync(join(tmpdir(), 'reach '))
mkdirSync(join(workspace, 'secrets', 'deeper'), { recursive: true })
for (const path of ['outside', 'secrets/dw', 'secrets/.hidden', 'secrets/deeper/dw']) {
  writeFileSync(join(workspace, path), 'a secret\n')
}
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const environment = {
  SOURCE_DW: 'of the source',
  DATABASE_URL: 'postgres://the/store',
  VITALFEW_SECRET: 'signs sessions',
  MY_SOURCE_DW: 'not at its beginning',
  SOURCE_: 'no name',
  VITALFEW_SOURCE_HOSTS: 'db.inside, 10.0.0.7 ,',
  VITALFEW_SOURCE_FOLDERS: '/srv/incoming',
}
const reach = sourceReach(workspace, environment)
const passwordOf = async (reference: string): Promise<string> =>
  decodeURIComponent((await originAddress(`mysql://reader:${reference}@db.example/sales`, reach)).url.password)

describe('what a source of the server may name as its secret', () => {
  test.each([
    ['{env:SOURCE_DW}', 'of the source'],
    ['{file:dw}', 'a secret'],
  ])('%s is one', async (reference, secret) => {
    expect(await passwordOf(reference)).toBe(secret)
  })

  test.each([
    '{env:DATABASE_URL}',
    '{env:VITALFEW_SECRET}',
    '{env:MY_SOURCE_DW}',
    '{env:SOURCE_}',
    '{env:SOURCE_DW.x}',
    '{env:source_dw}',
    '{env:PATH}',
    '{file:../outside}',
    '{file:/etc/passwd}',
    '{file:deeper/dw}',
    '{file:deeper}',
    '{file:.hidden}',
    '{file:..}',
    '{file:dw }',
    '{file:not-there}',
  ])('%s is none', async (reference) => {
    await expect(passwordOf(reference)).rejects.toMatchObject({ code: 'origin.secretMissing', details: { reference } })
  })
})

test('what the server may be sent to is what the environment names', () => {
  expect(reach).toMatchObject({
    hosts: ['db.inside', '10.0.0.7'],
    folders: [join(workspace, 'incoming'), '/srv/incoming'],
  })
  expect(sourceReach(workspace, {})).toMatchObject({ hosts: [], folders: [join(workspace, 'incoming')] })
})
