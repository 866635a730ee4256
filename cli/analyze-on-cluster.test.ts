import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dropDatabase, ownDatabase } from '@vitalfew/warehouse/test-warehouse.fixture.ts'
import { afterAll, expect, inject, test } from 'vitest'
import { runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

function text(...path: string[]): string {
  return readFileSync(join(folder.path, ...path), 'utf8')
}

test.each(['zh-CN', 'en'])(
  'the sample company comes out on a cluster as on one engine, byte for byte (%s)',
  async (locale) => {
    const { address, environment } = clusterFile(`cluster ${locale}.json`)
    const demo = (out: string, more: readonly string[] = []) =>
      runProgram(['demo', '--out', out, '--locale', locale, '--quiet', ...more], { cwd: folder.path, environment })
    const alone = `alone ${locale}`
    const spread = `spread ${locale}`
    const again = `again ${locale}`
    expect(await demo(alone)).toMatchObject({ code: 0, err: '' })
    expect(await demo(spread, ['--warehouse', `cluster ${locale}.json`])).toMatchObject({ code: 0, err: '' })
    // The file is known by now, and so is the run.
    expect(await demo(again, ['--warehouse', `cluster ${locale}.json`])).toMatchObject({ code: 0, err: '' })
    for (const out of [spread, again]) {
      for (const file of ['accounts.csv', 'rejected.csv', 'run.json']) expect(text(out, file)).toBe(text(alone, file))
    }
    await dropDatabase(address)
  },
)

test('a cluster file whose secret is not there, or a login that is refused, is told in words', async () => {
  clusterFile('refused.json')
  const analyze = (environment: Readonly<Record<string, string>>) =>
    runProgram(['demo', '--locale', 'en', '--warehouse', 'refused.json'], { cwd: folder.path, environment })
  const absent = await analyze({})
  expect(absent.code).toBe(2)
  expect(absent.err).toContain('CLUSTER_PASSWORD')
  const refused = await analyze({ CLUSTER_PASSWORD: 'wrong' })
  expect(refused.code).toBe(6)
  expect(refused.err).not.toContain('wrong')
})

/** A cluster file in the folder, for a database of its own. */
function clusterFile(name: string) {
  const address = ownDatabase(inject('cluster'))
  const { password, ...file } = address
  writeFileSync(join(folder.path, name), JSON.stringify({ ...file, password: { environment: 'CLUSTER_PASSWORD' } }))
  return { address, environment: { CLUSTER_PASSWORD: password } }
}
