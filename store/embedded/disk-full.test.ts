import { spawnSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freeBytes } from './disk-space.ts'
import { serversOf } from './server-processes.ts'
import { startStore } from './start-store.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'store full ')))
const directory = join(place, 'store')
const diskFull = { code: 'disk.full', details: { path: directory } }
const mayMount = mount('tmpfs', '-o', 'size=20m', 'tmpfs', place)

afterAll(() => {
  spawnSync('umount', ['--lazy', place])
  rmSync(place, { recursive: true, force: true })
})

describe.skipIf(!mayMount)('on a full disk', () => {
  test('a first start says so, leaves nothing running, and works once there is room', async () => {
    await expect(startStore({ directory, durable: false })).rejects.toMatchObject(diskFull)
    expect(serversOf(join(directory, 'data'))).toEqual([])
    expect(mount('tmpfs', '-o', 'remount,size=300m', place)).toBe(true)
    const store = await startStore({ directory, durable: false })
    expect(serversOf(join(directory, 'data'))).toContain(store.processId())
    await store.stop()
  })

  test('so does a later start', async () => {
    const room = spawnSync('fallocate', ['--length', String(freeBytes(place)), join(place, 'filling')])
    expect(room.status).toBe(0)
    await expect(startStore({ directory, durable: false })).rejects.toMatchObject(diskFull)
    expect(serversOf(join(directory, 'data'))).toEqual([])
    expect(socketFolders()).toEqual([])
    rmSync(join(place, 'filling'))
    const store = await startStore({ directory, durable: false })
    await store.stop()
  })
})

/** Folders of sockets that link to this store. */
function socketFolders(): string[] {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith('vitalfew-store-'))
  return folders.filter((name) => linkTarget(join(tmpdir(), name, 'owner')) === directory)
}

function linkTarget(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined
}

/** Root in a full machine may mount; root in most containers may not. */
function mount(type: string, ...options: readonly string[]): boolean {
  return spawnSync('mount', ['-t', type, ...options]).status === 0
}
