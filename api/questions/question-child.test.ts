import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BehaviourWork } from '@vitalfew/domain/purchase-behaviour/index.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { questionChild } from './question-child.ts'

const folder = mkdtempSync(join(tmpdir(), 'questions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Questions of files do not speak to the engines. */
const nowhere = {
  warehouse: { url: 'http://127.0.0.1:9', username: '', password: '', database: '' },
  store: { url: 'postgres://nobody@127.0.0.1:9/none' },
}

function funnelOf(name: string, text: string): BehaviourWork {
  const path = join(folder, name)
  writeFileSync(path, text)
  return { about: 'events', paths: [path], reading: { by: [], stages: [], order: 'ordered', windowDays: null } }
}

const cases = funnelOf('cases.csv', 'case id,stage,time\n1,lead,2025-01-01\n1,order,2025-01-09\n2,lead,2025-01-02\n')

describe.skipIf(process.platform !== 'linux')('a child that answers questions', () => {
  test('stays for the next one, tells what is wrong with one, and is replaced where it dies', async () => {
    const child = questionChild(nowhere, { idleMilliseconds: 120_000 })
    expect(await child.ask(cases)).toMatchObject({ shape: 'events', cases: 2 })
    const [pid, ...others] = children()
    expect(others).toEqual([])
    const faulty = child.ask(funnelOf('x.csv', 'a,b\n1,2\n'))
    await expect(faulty).rejects.toMatchObject({ code: 'mapping.notEvents', details: { file: 'x.csv' } })
    expect(children()).toEqual([pid])
    // Held still, it cannot answer before it is killed.
    process.kill(pid ?? 0, 'SIGSTOP')
    const interrupted = [child.ask(cases), child.ask(cases)].map((asked) => asked.catch((cause: unknown) => cause))
    process.kill(pid ?? 0, 'SIGKILL')
    for (const cause of await Promise.all(interrupted)) expect(cause).toBeInstanceOf(Error)
    expect(await child.ask(cases)).toMatchObject({ cases: 2 })
    for (const left of children()) process.kill(left, 'SIGKILL')
  }, 60_000)
})

/** The children of this process that answer questions. */
function children(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === process.pid && commandOf(pid).includes(join('api', 'questions', 'main.ts')))
}

function parentOf(pid: number): number {
  const status = textOf(`/proc/${pid}/stat`)
  return Number(status.slice(status.lastIndexOf(')')).split(' ')[2])
}

function commandOf(pid: number): string {
  return textOf(`/proc/${pid}/cmdline`)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
