import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { docPathsCheck } from './doc-paths.ts'

const tree = {
  'domain/rfm/index.ts': '',
  'domain/rfm/score.ts': '',
  'docs/guide/rfm.md': '',
  'docs/pictures/a.png': '',
  'package.json': {},
}

async function messages(files: Record<string, string>): Promise<string[]> {
  const findings = await docPathsCheck.run(temporaryRepository({ ...tree, ...files }))
  return findings.map(({ path, line, message }) => `${path}:${line} ${message}`)
}

test.each([
  ['[guide](docs/guide/abc.md)', 'docs/guide/abc.md'],
  ['![picture](docs/pictures/b.png)', 'docs/pictures/b.png'],
  ['<img src="docs/pictures/b.png">', 'docs/pictures/b.png'],
  ['see `domain/rfm/gone.ts`', 'domain/rfm/gone.ts'],
  ['the folder `domain/gone/`', 'domain/gone/'],
  ['see `gone.ts`', 'gone.ts'],
  ['see `api/`', 'api/'],
  ['```\ndomain/gone/  gone\n```', 'domain/gone/'],
])('%s', async (text, path) => {
  expect(await messages({ 'README.md': text })).toEqual([expect.stringContaining(` ${path} does not exist`)])
})

test('links are read from where the document lies', async () => {
  expect(await messages({ 'docs/guide/start.md': 'a\n[b](abc.md)' })).toEqual([
    'docs/guide/start.md:2 abc.md does not exist',
  ])
  expect(
    await messages({ 'docs/guide/start.md': '[b](rfm.md#top) [c](../pictures/a.png) [d](../../domain/rfm/)' }),
  ).toEqual([])
})

test('what is there, and what is no path, passes', async () => {
  const text = [
    '`domain/rfm/score.ts`, `score.ts`, `domain/rfm/`, `package.json`, [top](#top), [site](https://example.com/a.md)',
    '`npm test`, `<name>.test.ts`, `domain/<capability>/index.ts`, `orders.csv`, `report.html`, `application/json`',
    '`@vitalfew/methods/ranking/gini.ts` `BG/NBD` `ClickHouse/PostgreSQL`',
    '```',
    'vitalfew report ./my-orders.csv --output out/report.html  # and/or',
    '```',
  ].join('\n')
  expect(await messages({ 'README.md': text })).toEqual([])
})

test('a capability without a page', async () => {
  expect(await messages({ 'domain/churn/index.ts': '' })).toEqual([
    'domain/churn:0 the capability has no page docs/guide/churn.md',
  ])
})
