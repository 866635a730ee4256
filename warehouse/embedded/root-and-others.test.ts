import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  asRoot,
  connectTo,
  type EngineHolder,
  everybodyCanRun,
  holdEngine,
  killed,
  millisecondsUntilGone,
  nobody,
  numberFrom,
} from './engine-holder.fixture.ts'

let place = ''
/** A home directory that only its owner may enter. */
let home = ''
let holders: EngineHolder[] = []

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'engine users ')))
  home = join(place, 'home')
  mkdirSync(home, { mode: 0o700 })
})

afterEach(async () => {
  for (const held of holders) await ended(held)
  holders = []
  rmSync(place, { recursive: true, force: true })
})

test('whoever starts it: it works in a home that only its owner may enter', async () => {
  const held = await holder([join(home, 'engine')])
  expect(await answerOf(held)).toBe(1)
  expect(userOf(Number(held.answer['pid']))).toBe(process.getuid?.())
})

describe.skipIf(!asRoot || !everybodyCanRun())('as an account without rights, started by root', () => {
  test('it works in a home of its own and ends with its parent', async () => {
    const held = await holder([ownHomeOfNobody()], nobody)
    const pid = Number(held.answer['pid'])
    expect(await answerOf(held)).toBe(1)
    expect(userOf(pid)).toBe(nobody)
    expect(statSync(join(home, 'engine', 'data')).uid).toBe(nobody)
    await killed(held.holder)
    expect(await millisecondsUntilGone(pid)).toBeLessThan(3_000)
  })

  test('a directory that cannot be written is an error that names it', async () => {
    const directory = ownHomeOfNobody()
    mkdirSync(directory, { mode: 0o500 })
    chownSync(directory, nobody, nobody)
    const held = await holder([directory], nobody)
    expect(held.answer).toMatchObject({ code: 'output.notWritable', path: directory, problem: 'EACCES' })
  })

  test("a home of somebody else's is an error that names it", async () => {
    chmodSync(place, 0o755)
    const held = await holder([join(home, 'engine')], nobody)
    expect(held.answer).toMatchObject({ code: 'output.notWritable', problem: 'EACCES' })
  })

  test('its data opens for root too', async () => {
    const directory = ownHomeOfNobody()
    await ended(await holder([directory], nobody))
    const byRoot = await holder([directory])
    expect(await answerOf(byRoot)).toBe(1)
    await ended(byRoot)
  })
})

async function holder(words: readonly string[], userId?: number): Promise<EngineHolder> {
  const held = await holdEngine(words, userId === undefined ? {} : { userId })
  holders.push(held)
  return held
}

async function ended({ holder: program, answer }: EngineHolder): Promise<void> {
  await killed(program)
  if (answer['pid'] !== undefined) await millisecondsUntilGone(Number(answer['pid']))
}

async function answerOf({ answer }: EngineHolder): Promise<number | undefined> {
  const warehouse = connectTo({ url: answer['url'], password: answer['password'] })
  try {
    return await numberFrom(warehouse, '1')
  } finally {
    await warehouse.close()
  }
}

function ownHomeOfNobody(): string {
  chmodSync(place, 0o755)
  chownSync(home, nobody, nobody)
  return join(home, 'engine')
}

/** The user a process runs as; undefined where the system has no process table. */
function userOf(processId: number): number | undefined {
  const file = `/proc/${processId}/status`
  const [, user] = existsSync(file) ? (/^Uid:\s+(\d+)/m.exec(readFileSync(file, 'utf8')) ?? []) : []
  return user === undefined ? undefined : Number(user)
}
