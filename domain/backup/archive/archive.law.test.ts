import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { archiveEntries, entryDigest } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

/** Any name that a file may have, up to the 255 bytes of most file systems. */
const names = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(
      'plain.txt',
      '服务成本.csv',
      'x'.repeat(100),
      'x'.repeat(101),
      '销'.repeat(80),
      'line\nbreak',
      'a b=c',
    ),
    fc
      .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
      .filter((name) => !/[\0/]/.test(name) && name.isWellFormed()),
  ),
  { minLength: 1, maxLength: 6 },
)

test('every file comes back under its name, whatever that is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  let archives = 0
  await fc.assert(
    fc.asyncProperty(names, async (some) => {
      const path = join(folder, `${(archives += 1)}.tar`)
      const archive = await writeArchive(path)
      for (const [at, name] of some.entries()) await archive.add(`uploads/${name}`, [Buffer.alloc(at * 300, at)])
      await archive.finish()
      await archive.close()
      const entries = await archiveEntries(path)
      expect(entries.map(({ name, bytes }) => ({ name, bytes }))).toEqual(
        archive.members.map(({ name, bytes }) => ({ name, bytes })),
      )
      for (const [at, entry] of entries.entries()) {
        expect(await entryDigest(path, entry)).toBe(archive.members[at]?.sha256)
      }
    }),
    { numRuns: 40 },
  )
  rmSync(folder, { recursive: true })
})

test('tar takes such files out too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  const path = join(folder, 'a.tar')
  const archive = await writeArchive(path)
  const given = ['uploads/服务成本.csv', `uploads/${'x'.repeat(150)}`]
  for (const name of given) await archive.add(name, [Buffer.from(name)])
  await archive.finish()
  await archive.close()
  execFileSync('tar', ['-xf', path, '-C', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  for (const name of given) expect(readFileSync(join(folder, name), 'utf8')).toBe(name)
  rmSync(folder, { recursive: true })
})
