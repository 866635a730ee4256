import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ratchetFindings, type Ratchet, tighten } from './ratchet.ts'
import { openRepository, type Repository } from './repository.ts'
import { temporaryRepository } from './temporary-repository.ts'

/** Counts the letter x, line by line. */
const letters: Ratchet = {
  file: 'letters.json',
  measure: (repository) =>
    repository.files
      .filter((path) => path.endsWith('.txt'))
      .flatMap((path) =>
        [...repository.read(path)].flatMap((letter) =>
          letter === 'x' ? [{ path, line: 1, message: 'an x', kind: 'x', key: path, amount: 1 }] : [],
        ),
      ),
}

function messages(repository: Repository): string[] {
  return ratchetFindings(letters, openRepository(repository.root)).map(({ path, message }) => `${path} ${message}`)
}

test('what the file allows passes, one more fails with every place', () => {
  expect(messages(temporaryRepository({ 'a.txt': 'xx', 'letters.json': { x: { 'a.txt': 2 } } }))).toEqual([])
  expect(messages(temporaryRepository({ 'a.txt': 'xx', 'letters.json': { x: { 'a.txt': 1 } } }))).toEqual([
    'a.txt an x',
    'a.txt an x',
  ])
  expect(messages(temporaryRepository({ 'a.txt': 'x' }))).toEqual(['a.txt an x'])
})

test('a figure that is too high fails until it is tightened', () => {
  const repository = temporaryRepository({ 'a.txt': 'x', 'letters.json': { x: { 'a.txt': 3, 'gone.txt': 1 } } })
  expect(messages(repository)).toEqual([
    expect.stringContaining('x of a.txt fell to 1'),
    expect.stringContaining('x of gone.txt fell to 0'),
  ])
  tighten(letters, repository)
  expect(openRepository(repository.root).read('letters.json')).toBe('{\n  "x": {\n    "a.txt": 1\n  }\n}\n')
  expect(messages(repository)).toEqual([])
})

test('tightening never raises a figure', () => {
  const repository = temporaryRepository({ 'a.txt': 'xx', 'letters.json': { x: { 'a.txt': 1 } } })
  tighten(letters, repository)
  expect(messages(repository)).toEqual(['a.txt an x', 'a.txt an x'])
})

test('raising the file itself fails, before the commit and after it', () => {
  const repository = temporaryRepository({ 'a.txt': 'x', 'letters.json': { x: { 'a.txt': 1 } } })
  const git = (...command: string[]): unknown => execFileSync('git', command, { cwd: repository.root, stdio: 'ignore' })
  const commit = (): void => {
    git('add', '.')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-m', 'a')
  }
  git('init')
  commit()
  expect(messages(repository)).toEqual([])
  writeFileSync(join(repository.root, 'b.txt'), 'x')
  writeFileSync(join(repository.root, 'letters.json'), '{"x":{"a.txt":1,"b.txt":1}}')
  expect(messages(repository)).toEqual(['letters.json x may only fall: 1 before, 2 now'])
  commit()
  expect(messages(repository)).toEqual(['letters.json x may only fall: 1 before, 2 now'])
})
