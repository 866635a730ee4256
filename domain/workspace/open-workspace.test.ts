import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, temporaryWorkspace } from './index.ts'

const program = join(import.meta.dirname, 'hold-workspace.fixture.ts')
const nobody = 65_534
const asRoot = process.getuid?.() === 0

let place = ''
let holders: ChildProcess[] = []

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'workspace 测试 '))
})

afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL')
  holders = []
  await rm(place, { recursive: true, force: true })
})

test('makes a private workspace, keeps its id and gives it back', async () => {
  const path = join(place, '客户 数据', 'deep')
  const first = await openWorkspace(path, { command: 'serve' })
  expect(first).toMatchObject({ path, temporary: false })
  expect((await readdir(path)).toSorted()).toEqual(['lock', 'store', 'warehouse', 'workspace.json'])
  for (const directory of [path, first.warehouseDirectory, first.storeDirectory]) {
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
  }
  await first.release()
  await first.release()
  const second = await openWorkspace(path, { command: 'serve' })
  expect(second.id).toBe(first.id)
  await second.release()
})

test('an existing empty directory becomes a private workspace', async () => {
  await chmod(place, 0o755)
  const workspace = await openWorkspace(place, { command: 'serve' })
  expect((await stat(place)).mode & 0o777).toBe(0o700)
  await workspace.release()
})

test('a second use in the same process is refused', async () => {
  const workspace = await openWorkspace(place, { command: 'serve' })
  await expect(openWorkspace(place, { command: 'import' })).rejects.toMatchObject({
    code: 'workspace.inUse',
    details: { path: place, pid: process.pid, command: 'serve', host: hostname() },
  })
  await workspace.release()
})

test('a second process is told who holds the workspace; a killed holder frees it', async () => {
  const [holder, held] = await hold(['open', place])
  expect(held).toMatchObject({ path: place })
  const refused = await openWorkspace(place, { command: 'import' }).catch((cause: unknown) => cause)
  expect(refused).toMatchObject({ code: 'workspace.inUse', details: { pid: holder.pid, command: 'hold' } })
  const [, other] = await hold(['open', place])
  expect(other).toMatchObject({ code: 'workspace.inUse', pid: holder.pid, path: place })
  expect(Date.now() - Date.parse(String(other['since']))).toBeLessThan(30_000)

  await killed(holder)
  const workspace = await openWorkspace(place, { command: 'serve' })
  await workspace.release()
})

test('children of the holder do not keep the lock', async () => {
  const [holder, { child }] = await hold(['openWithChild', place])
  await killed(holder)
  const workspace = await openWorkspace(place, { command: 'serve' })
  expect(() => process.kill(Number(child), 0)).not.toThrow()
  process.kill(Number(child))
  await workspace.release()
})

test('eight processes at once on a new directory: one gets it', async () => {
  const path = join(place, 'new')
  const answers = await Promise.all(Array.from({ length: 8 }, () => hold(['open', path])))
  expect(answers.filter(([, answer]) => answer['path'] === path && !('code' in answer))).toHaveLength(1)
  expect(answers.filter(([, answer]) => answer['code'] === 'workspace.inUse')).toHaveLength(7)
})

test('a directory with other things in it is refused and left as it was', async () => {
  await writeFile(join(place, 'notes.txt'), 'mine')
  await expect(openWorkspace(place, { command: 'serve' })).rejects.toMatchObject({
    code: 'workspace.notAWorkspace',
    details: { path: place },
  })
  expect(await readdir(place)).toEqual(['notes.txt'])
})

test('a file in place of the directory, or above it, is not a workspace', async () => {
  const file = join(place, 'file')
  await writeFile(file, '')
  for (const path of [file, join(file, 'below')]) {
    await expect(openWorkspace(path, { command: 'serve' })).rejects.toMatchObject({ code: 'workspace.notAWorkspace' })
  }
})

test.each(['{"name":"x"}', '[]', '{"kind":"vitalfew-workspace","form', '{"kind":"vitalfew-workspace","format":1}'])(
  'a workspace file that reads %s is not a workspace',
  async (text) => {
    await writeFile(join(place, 'workspace.json'), text)
    await expect(openWorkspace(place, { command: 'serve' })).rejects.toMatchObject({ code: 'workspace.notAWorkspace' })
  },
)

test('a workspace of a newer program is refused before anything is touched', async () => {
  await writeFile(join(place, 'workspace.json'), JSON.stringify({ kind: 'vitalfew-workspace', format: 2, more: true }))
  await expect(openWorkspace(place, { command: 'serve' })).rejects.toMatchObject({
    code: 'workspace.newerVersion',
    details: { path: place, found: 2, supported: 1 },
  })
  expect(await readdir(place)).toEqual(['workspace.json'])
})

test('what a crash in the first second leaves is taken over', async () => {
  await writeFile(join(place, 'lock'), '{"pid":1,"comm')
  await writeFile(join(place, 'workspace.json.new'), '{"kind"')
  const workspace = await openWorkspace(place, { command: 'serve' })
  expect(JSON.parse(await readFile(join(place, 'workspace.json'), 'utf8'))).toMatchObject({ id: workspace.id })
  await workspace.release()
})

test.skipIf(!runnableByNobody())('a place that cannot be written says so', async () => {
  const path = join(place, 'locked away')
  await mkdir(path)
  await chmod(place, 0o755)
  if (asRoot) await chown(path, nobody, nobody)
  await chmod(path, 0o500)
  const [, there] = await hold(['open', path])
  expect(there).toMatchObject({ code: 'output.notWritable', path, problem: 'EACCES' })
  const [, below] = await hold(['open', join(path, 'below')])
  expect(below).toMatchObject({ code: 'output.notWritable', path: join(path, 'below'), problem: 'EACCES' })
  const [, temporary] = await hold(['temporary', path])
  expect(temporary).toMatchObject({ code: 'output.notWritable', path, problem: 'EACCES' })
})

test('a temporary workspace is private, apart from others, and gone after release', async () => {
  const [one, two] = await Promise.all([
    temporaryWorkspace({ command: 'demo', within: place }),
    temporaryWorkspace({ command: 'demo', within: place }),
  ])
  expect(one.temporary).toBe(true)
  expect(one.path).not.toBe(two.path)
  expect((await stat(one.path)).mode & 0o777).toBe(0o700)
  await writeFile(join(one.storeDirectory, 'data'), 'x')
  await one.release()
  await one.release()
  expect(existsSync(one.path)).toBe(false)
  expect(existsSync(two.path)).toBe(true)
  await two.release()
  expect(await readdir(place)).toEqual([])
})

test('temporary workspaces of killed owners are swept at the next start, living ones are not', async () => {
  const [dead, { path: deadPath }] = await hold(['temporary', place])
  const [, { path: livingPath }] = await hold(['temporary', place])
  const foreign = join(place, 'vitalfew-workspace-young')
  await mkdir(foreign)
  await killed(dead)
  expect(existsSync(String(deadPath))).toBe(true)

  const workspace = await temporaryWorkspace({ command: 'demo', within: place })
  expect(existsSync(String(deadPath))).toBe(false)
  expect(existsSync(String(livingPath))).toBe(true)
  expect(existsSync(foreign)).toBe(true)
  await workspace.release()
})

test('many temporary workspaces may start at once while others are swept', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => hold(['temporary', place])))
  expect(new Set(answers.map(([, answer]) => answer['path'])).size).toBe(6)
  expect(answers.filter(([, answer]) => 'code' in answer)).toEqual([])
})

/** Starts the holder, as an ordinary user where the test runs as root and the place is for everybody to enter. */
async function hold(argv: readonly string[]): Promise<[ChildProcess, Record<string, unknown>]> {
  const open = ((await stat(place)).mode & 0o005) === 0o005
  const user = asRoot && open ? { uid: nobody, gid: nobody } : {}
  const holder = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'inherit'], ...user })
  holders.push(holder)
  for await (const line of createInterface({ input: holder.stdout })) return [holder, answerOf(line)]
  throw new Error('the holder ended without an answer')
}

function answerOf(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null) throw new TypeError(line)
  return Object.fromEntries(Object.entries(value))
}

async function killed(holder: ChildProcess): Promise<void> {
  const exit = once(holder, 'exit')
  holder.kill('SIGKILL')
  await exit
}

/** Root may write everywhere, so that test needs a second user who can reach the program and Node. */
function runnableByNobody(): boolean {
  return !asRoot || [program, process.execPath].every(everybodyReaches)
}

function everybodyReaches(path: string): boolean {
  const found = statSync(path)
  const needed = found.isDirectory() ? 0o005 : 0o004
  return (found.mode & needed) === needed && (path === '/' || everybodyReaches(dirname(path)))
}
