import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryLimitBytes } from './memory-limit.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cgroup '))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('in a made-up system', () => {
  test('without control groups the machine is the limit', () => {
    expect(memoryLimitBytes(root)).toBe(totalmem())
  })

  test('version 2: the smallest limit of the own group and all above it', () => {
    write('proc/self/cgroup', '0::/user.slice/app.service/worker\n')
    write('sys/fs/cgroup/user.slice/memory.max', '900000000\n')
    write('sys/fs/cgroup/user.slice/app.service/memory.max', '300000000\n')
    write('sys/fs/cgroup/user.slice/app.service/worker/memory.max', 'max\n')
    expect(memoryLimitBytes(root)).toBe(300_000_000)
  })

  test('version 2 in a container that sees itself as the root', () => {
    write('proc/self/cgroup', '0::/\n')
    write('sys/fs/cgroup/memory.max', '268435456\n')
    expect(memoryLimitBytes(root)).toBe(268_435_456)
  })

  test('version 1: nested groups, other controllers left aside, no limit written as a huge one', () => {
    write('proc/self/cgroup', '5:cpu,cpuacct:/elsewhere\n4:memory:/docker/abc\n0::/\n')
    write('sys/fs/cgroup/memory/memory.limit_in_bytes', '9223372036854771712\n')
    write('sys/fs/cgroup/memory/docker/memory.limit_in_bytes', '1073741824\n')
    write('sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes', '536870912\n')
    write('sys/fs/cgroup/memory/elsewhere/memory.limit_in_bytes', '1\n')
    expect(memoryLimitBytes(root)).toBe(536_870_912)
  })

  test('version 1 in a container whose path is that of the host', () => {
    write('proc/self/cgroup', '4:memory:/kubepods/pod1/c1\n')
    write('sys/fs/cgroup/memory/memory.limit_in_bytes', '402653184\n')
    expect(memoryLimitBytes(root)).toBe(402_653_184)
  })

  test('what cannot be read as a limit is none', () => {
    write('proc/self/cgroup', 'nonsense\n0::\n:::\n0::/a:b\n')
    write('sys/fs/cgroup/a:b/memory.max', '')
    expect(memoryLimitBytes(root)).toBe(totalmem())
  })
})

const group = ownMemoryGroup()

describe.skipIf(group === undefined)('in this system', () => {
  afterAll(() => rmdirSync(String(group)))

  test('a real control group with a limit is seen by a process in it', () => {
    const seen = execFileSync(
      '/bin/sh',
      [
        '-c',
        `echo $$ > "$0/cgroup.procs" && exec "$@"`,
        String(group),
        process.execPath,
        '--input-type=module',
        '-e',
        program,
      ],
      { encoding: 'utf8' },
    )
    expect(Number(seen)).toBe(402_653_184)
  })
})

const program = `import { memoryLimitBytes } from ${JSON.stringify(new URL('memory-limit.ts', import.meta.url).href)}
console.log(memoryLimitBytes())`

/** A control group of our own with a limit of 384 MiB, where the system lets us make one. */
function ownMemoryGroup(): string | undefined {
  for (const [parent, file] of [
    ['/sys/fs/cgroup/memory', 'memory.limit_in_bytes'],
    ['/sys/fs/cgroup', 'memory.max'],
  ] as const) {
    const path = join(parent, `vitalfew-test-${process.pid}`)
    try {
      mkdirSync(path)
      writeFileSync(join(path, file), '402653184', { flag: 'r+' })
      return path
    } catch {
      rmSync(path, { recursive: true, force: true })
    }
  }
  return undefined
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
