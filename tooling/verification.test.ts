import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Check } from './check.ts'
import { temporaryRepository } from './temporary-repository.ts'
import { verification } from './verification.ts'

const good: Check = { name: 'good', run: () => [] }
const bad: Check = { name: 'bad', run: async () => [{ path: 'a.ts', line: 3, message: 'is wrong' }] }
const broken: Check = {
  name: 'broken',
  run: () => {
    throw new Error('no parser')
  },
}

async function printed(...checks: Check[]): Promise<{ failures: number; lines: string[] }> {
  const lines: string[] = []
  const print = (line: string): unknown => lines.push(line.replaceAll(/ +\d+\.\d\d s/g, ' TIME'))
  const failures = await verification({ programs: [], readers: checks }, { repository: temporaryRepository({}), print })
  return { failures, lines }
}

test('one line for each check, and the verdict', async () => {
  expect(await printed(good)).toEqual({
    failures: 0,
    lines: ['✓ good             TIME', '\n1 checks, all passed, TIME'].map((line) => line.replace(/ +TIME/, ' TIME')),
  })
})

test('findings follow their check as path:line message', async () => {
  const { failures, lines } = await printed(good, bad)
  expect(failures).toBe(1)
  expect(lines.join('\n')).toContain('✗ bad TIME  1 to mend\n    a.ts:3 is wrong')
  expect(lines.at(-1)).toBe('\n2 checks, 1 failed, TIME')
})

test('a long list of findings is cut', async () => {
  const findings = Array.from({ length: 63 }, (_, index) => ({ path: 'a.ts', line: index, message: 'is wrong' }))
  const { lines } = await printed({ name: 'long', run: () => findings })
  expect(lines.filter((line) => line.includes('a.ts'))).toHaveLength(60)
  expect(lines).toContain('    and 3 more')
})

test('programs run beside the readers and count as well', async () => {
  const ended: string[] = []
  const reader: Check = {
    name: 'reader',
    run: () => {
      ended.push('reader')
      return []
    },
  }
  const program: Check = {
    name: 'program',
    run: async () => {
      await sleep(50)
      ended.push('program')
      return [{ path: 'a.ts', line: 1, message: 'is wrong' }]
    },
  }
  const surroundings = { repository: temporaryRepository({}), print: () => undefined }
  expect(await verification({ programs: [program], readers: [reader] }, surroundings)).toBe(1)
  expect(ended).toEqual(['reader', 'program'])
})

test('a check that breaks has failed', async () => {
  const { failures, lines } = await printed(broken)
  expect(failures).toBe(1)
  expect(lines.join('\n')).toContain('the check itself failed: Error: no parser')
})
