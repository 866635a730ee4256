import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stageOutput } from './staged-output.ts'

test('what a killed program left behind is cleared a day later, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-'))
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  for (const name of ['.unfinished-old', '.unfinished-young', 'mine']) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'report.html'), '')
    if (name !== '.unfinished-young') await utimes(join(folder, name), twoDaysAgo, twoDaysAgo)
  }
  const staged = await stageOutput(folder)
  await writeFile(staged.path('run.json'), '{}')
  await staged.publish()
  expect((await readdir(folder)).toSorted()).toEqual(['.unfinished-young', 'mine', 'run.json'])
  await rm(folder, { recursive: true, force: true })
})
