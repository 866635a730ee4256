import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRealData, realData, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

function put(name: string, content: string | Buffer): string {
  writeFileSync(join(folder.path, name), content)
  return name
}

async function refused(words: readonly string[], code: number): Promise<string> {
  const finished = await runProgram(['analyze', ...words, '--out', 'report', '--locale', 'en'], { cwd: folder.path })
  expect(finished.out).toBe('')
  expect(finished.err.trimEnd().split('\n')).toHaveLength(1)
  expect(finished.err).not.toMatch(/inside the program/)
  expect(finished.code).toBe(code)
  expect(existsSync(join(folder.path, 'report'))).toBe(false)
  expect(readdirSync(folder.path).filter((name) => name.startsWith('vitalfew-'))).toEqual([])
  return finished.err
}

describe('garbage is refused in one line, and nothing is left behind', () => {
  test('an empty file', async () => {
    expect(await refused([put('empty.csv', '')], 3)).toContain('empty.csv is empty')
  })

  test('a PDF renamed .csv', async () => {
    const name = put('invoice.csv', `%PDF-1.7\n%\u00e2\u00e3\n1 0 obj << /Type /Catalog >> endobj\n${'x'.repeat(500)}`)
    expect(await refused([name], 3)).toContain('invoice.csv')
  })

  test('a directory and a missing file', async () => {
    mkdirSync(join(folder.path, 'folder'))
    expect(await refused(['folder'], 3)).toContain('folder')
    expect(await refused(['missing.csv'], 3)).toContain('missing.csv')
  })

  // The superuser may read everything: only others can be refused.
  test.skipIf(process.getuid?.() === 0)('a file nobody may read', async () => {
    const locked = put('locked.csv', 'a,b\n1,2\n')
    chmodSync(join(folder.path, locked), 0)
    expect(await refused([locked], 3)).toContain('locked.csv')
  })

  test.skipIf(!hasRealData)('a truncated workbook', async () => {
    const whole = readFileSync(join(realData, 'hospital-pharmacy-zh', '朝阳医院2018年销售数据.xlsx'))
    expect(await refused([put('cut.xlsx', whole.subarray(0, 100_000))], 3)).toContain('cut.xlsx')
  })

  test('a zip bomb and a gzip bomb', async () => {
    expect(
      await refused([put('bomb.xlsx', zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300 * 2 ** 20)))], 3),
    ).toContain('bomb.xlsx')
    const bomb = gzipSync(Buffer.alloc(600 * 2 ** 20, 'a,b,c\n'), { level: 9 })
    expect(await refused([put('bomb.csv.gz', bomb)], 3)).toContain('bomb.csv.gz')
  })

  test('a single line of two gigabytes, in little memory', async () => {
    const name = put('line.csv', 'a')
    truncateSync(join(folder.path, name), 2 * 2 ** 30)
    expect(await refused([name], 3)).toContain('line.csv')
    const text = put('text-line.csv', Buffer.alloc(64 * 2 ** 20, 'x'))
    expect(await refused([text], 3)).toContain('text-line.csv')
  })

  test('a header with nothing below, and one without the needed columns', async () => {
    expect(await refused([put('header.csv', '客户,日期,金额\n')], 3)).toContain('header.csv')
    const complaint = await refused([put('other.csv', 'colour,shape\nred,round\nblue,square\n')], 2)
    expect(complaint).toContain('--map')
    expect(complaint).toContain('colour')
  })
})

describe('arguments', () => {
  test.each([
    [['--measure', 'profit'], '--measure'],
    [['--as-of', '2025-02-30'], '--as-of'],
    [['--abc', '0.95,0.8'], '--abc'],
    [['--map', 'client=Customer'], 'client'],
    [['--no-such-option'], '--no-such-option'],
  ])('%j is refused', async (words, named) => {
    expect(await refused([sampleFile('en', 'sales'), ...words], 2)).toContain(named)
  })

  test('a header that is not there is named, with those that are', async () => {
    const complaint = await refused([sampleFile('en', 'sales'), '--map', 'amount=Betrag'], 2)
    expect(complaint).toContain('Betrag')
    expect(complaint).toContain('Amount')
  })

  test('the output cannot be a file', async () => {
    put('taken', 'mine')
    const words = ['analyze', sampleFile('en', 'sales'), '--out', 'taken']
    const finished = await runProgram(words, { cwd: folder.path })
    expect(finished.code).toBe(4)
    expect(readFileSync(join(folder.path, 'taken'), 'utf8')).toBe('mine')
  })

  test.skipIf(process.platform !== 'linux')('the output cannot be where nothing can be made', async () => {
    const words = ['analyze', sampleFile('en', 'sales'), '--out', '/proc/vitalfew/report', '--locale', 'en']
    const finished = await runProgram(words, { cwd: folder.path })
    expect(finished.code).toBe(4)
    expect(finished.err).toContain('/proc/vitalfew/report')
  })
})

describe('interruptions', () => {
  test('Ctrl-C leaves nothing but a message', async () => {
    const large = join(folder.path, 'large.csv')
    const lines = Array.from(
      { length: 600_000 },
      (_, index) => `客户${index % 9000},2025-0${1 + (index % 9)}-11,${index % 97}.5,备注 ${index}`,
    )
    writeFileSync(large, `客户,日期,金额,备注\n${lines.join('\n')}\n`)
    for (const afterMs of [60, 400, 900, 1600]) {
      const words = ['analyze', 'large.csv', '--out', 'report', '--locale', 'en']
      const finished = await runProgram(words, {
        cwd: folder.path,
        whileRunning: (kill) => setTimeout(() => kill('SIGINT'), afterMs),
      })
      // Before the program has begun to listen, the signal ends it as it ends any program.
      if (finished.code === null || finished.code === 0) continue
      expect([1, 130]).toContain(finished.code)
      expect(finished.code === 130 ? finished.err : 'Cancelled').toContain('Cancelled')
      expect(existsSync(join(folder.path, 'report'))).toBe(false)
      expect(readdirSync(folder.path).filter((name) => name.startsWith('vitalfew-'))).toEqual([])
    }
    expect(spawnSync('pgrep', ['-f', folder.path]).stdout.toString()).toBe('')
  })
})

const smallDisk = join(folder.path, 'small disk')
let hasSmallDisk = false

beforeAll(() => {
  mkdirSync(smallDisk)
  hasSmallDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'none', smallDisk]).status === 0
})
afterAll(() => {
  if (hasSmallDisk) execFileSync('umount', ['-l', smallDisk])
})

describe('a full disk', () => {
  test('is told, and no half-written report stays', async ({ skip }) => {
    if (!hasSmallDisk) skip('this machine does not let us mount a small disk')
    writeFileSync(join(smallDisk, 'filler'), Buffer.alloc(24 * 2 ** 20 - 900_000))
    const words = ['analyze', sampleFile('en', 'sales'), '--out', join(smallDisk, 'report'), '--locale', 'en']
    const finished = await runProgram(words, { cwd: folder.path })
    expect(finished.code).toBe(4)
    expect(finished.err).toContain('The disk is full')
    expect(readdirSync(smallDisk)).toEqual(['filler'])
  })

  test('is told when it is the workspace that fills it', async ({ skip }) => {
    if (!hasSmallDisk) skip('this machine does not let us mount a small disk')
    const words = ['analyze', sampleFile('en', 'sales'), '--workspace', join(smallDisk, 'ws'), '--locale', 'en']
    const finished = await runProgram(words, { cwd: folder.path })
    expect(finished.code).toBe(4)
    expect(finished.err).toContain('The disk is full')
  })
})

/** A zip archive with one deflated entry, as small as a hostile one can be. */
function zipOf(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content, { level: 9 })
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 4)
  central.writeUInt16LE(20, 6)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  const body = Buffer.concat([local, Buffer.from(name), data])
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, central, Buffer.from(name), end])
}
