import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openRepository, type Repository } from './repository.ts'

/** A small tree for one test, written to disk and removed when the test is over. */
export function temporaryRepository(files: Readonly<Record<string, string | object>>): Repository {
  const root = mkdtempSync(join(tmpdir(), 'vitalfew-tooling-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return openRepository(root)
}
