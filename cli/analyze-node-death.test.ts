import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningNodes, startNodes } from '@vitalfew/warehouse/nodes/start-nodes.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
let nodes: RunningNodes

beforeAll(async () => {
  const directory = join(folder.path, 'nodes')
  mkdirSync(directory)
  nodes = await startNodes({ directory, shards: 2, replicas: 2, memoryBytes: 1_000_000_000, durable: false })
  writeFileSync(join(folder.path, 'sales.csv'), salesFile(30_000))
  await analyze('alone')
})

afterAll(async () => {
  await nodes.stop()
  folder.remove()
})

test('nodes that die during an analysis: the whole answer, or none and a word about the shard', async () => {
  let outcomes = 0
  for (const [round, afterMs] of [400, 1_500].entries()) {
    const cluster = clusterFile(`round_${round}`)
    const running = analyze(`round ${round}`, ['--warehouse', cluster])
    const ended = running.then(() => true)
    for (const place of [round % 4, (round + 2) % 4]) {
      if (await Promise.race([ended, sleep(afterMs)])) break
      const processId = nodes.nodes[place]?.processId()
      if (processId !== undefined) process.kill(processId, 'SIGKILL')
    }
    const { code, err } = await running
    // Whole, or nothing and a word about the shard.
    const isRight = code === 0 ? accountsOf(`round ${round}`) === accountsOf('alone') : /shard \d/.test(err)
    expect({ code, err, isRight }).toMatchObject({ isRight: true })
    expect(existsSync(join(folder.path, `round ${round}`, 'accounts.csv'))).toBe(code === 0)
    // Whatever became of it, the next one is right.
    await Promise.all(nodes.nodes.map((node) => node.ready()))
    expect(await analyze(`after ${round}`, ['--warehouse', cluster])).toMatchObject({ code: 0 })
    expect(accountsOf(`after ${round}`)).toBe(accountsOf('alone'))
    outcomes += 1
  }
  expect(outcomes).toBe(2)
}, 240_000)

test('a shard that stays dead: no output, and the error names it', async () => {
  const cluster = clusterFile('dead')
  const [, , third, fourth] = nodes.nodes
  await Promise.all([third?.stop(), fourth?.stop()])
  const { code, err } = await analyze('dead', ['--warehouse', cluster])
  expect(code).toBe(6)
  expect(err).toContain('shard 2 (127.0.0.1:')
  expect(existsSync(join(folder.path, 'dead', 'accounts.csv'))).toBe(false)
})

function analyze(out: string, more: readonly string[] = []) {
  const words = ['analyze', 'sales.csv', '--out', out, '--locale', 'en', '--as-of', '2026-01-01', '--quiet', ...more]
  return runProgram(words, { cwd: folder.path })
}

function accountsOf(out: string): string {
  return readFileSync(join(folder.path, out, 'accounts.csv'), 'utf8')
}

function clusterFile(database: string): string {
  const { password, ...address } = nodes.address
  const name = `${database}.json`
  writeFileSync(join(folder.path, 'password'), password)
  writeFileSync(join(folder.path, name), JSON.stringify({ ...address, database, password: { file: 'password' } }))
  return name
}

/** Invented sales of a thousand customers over three years. */
function salesFile(rows: number): string {
  const lines = ['customer,date,order number,product,quantity,amount']
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + ((row * 7919) % 1_090))).toISOString().slice(0, 10)
    lines.push(`C${(row * 31) % 1_000},${day},O${row},P${row % 50},${1 + (row % 9)},${((row * 37) % 100_000) / 100}`)
  }
  return lines.join('\n')
}
