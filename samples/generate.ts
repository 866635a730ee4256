import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCompany } from './build-company.ts'
import { buildSampleFiles } from './build-sample-files.ts'
import { sampleSeed } from './sample-seed.ts'

for (const [path, text] of buildSampleFiles(buildCompany(sampleSeed))) {
  const target = fileURLToPath(new URL(`data/${path}`, import.meta.url))
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
  process.stdout.write(`${path} ${Buffer.byteLength(text)}\n`)
}
