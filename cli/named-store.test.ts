import { Selection } from '@vitalfew/contract/selection.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { outsideBinaries, type OutsideServer, startOutsideServer } from '@vitalfew/store/outside-server.fixture.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runProgram, testFolder } from './run-program.fixture.ts'

const Printed = z.looseObject({ selection: Selection })
let server: OutsideServer
const folder = testFolder()
const sales = sampleFile('en', 'sales')

beforeAll(async () => {
  const [binaries] = outsideBinaries()
  if (binaries === undefined) throw new Error('there is no PostgreSQL')
  server = await startOutsideServer(binaries)
  await server.createDatabase('vitalfew')
})

afterAll(async () => {
  await server.stop()
  folder.remove()
})

function vitalfew(...words: string[]) {
  const environment = { DATABASE_URL: server.url('vitalfew') }
  return runProgram([...words, '--locale', 'en', '--json'], { cwd: folder.path, environment })
}

test('what people give is kept on the server that DATABASE_URL names, without a workspace', async () => {
  const model = ['--model', 'value-pyramid']
  const first = await vitalfew('select', sales, ...model)
  expect(first).toMatchObject({ code: 0, err: '' })
  const { accounts, tiers } = Printed.parse(JSON.parse(first.out)).selection
  const account = accounts.at(-1)?.account ?? ''
  const tier = tiers.at(0)?.id ?? ''

  const used = await vitalfew('select', 'models')
  expect(JSON.parse(used.out)).toMatchObject({ used: [{ name: 'value-pyramid', version: 1 }] })

  const words = ['--account', account, '--tier', tier, '--reason', 'the board wants it', '--author', 'Li Wei']
  const noted = await vitalfew('select', 'override', ...model, ...words, '--until', '2999-12-31')
  expect(noted).toMatchObject({ code: 0 })

  const second = Printed.parse(JSON.parse((await vitalfew('select', sales, ...model)).out)).selection
  expect(second.accounts).toContainEqual(expect.objectContaining({ account, tier, tierRule: 'override' }))
})

test('a server that does not answer is told in a line', async () => {
  const environment = { DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/vitalfew' }
  const failed = await runProgram(['select', sales, '--locale', 'en'], { cwd: folder.path, environment })
  expect(failed.code).toBe(6)
  expect(failed.err).toContain('No PostgreSQL server answers at postgres://…@127.0.0.1:1/vitalfew')
  expect(failed.err).not.toContain('secret')
})
