import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

// The documentation of every public function runs: an `@example` line is `expression // expected value`, or
// `expression // throws SomeError`. Examples may call any function of the package.

const folder = import.meta.dirname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules'))
  .sort()

const exported: Record<string, unknown> = {}
for (const file of files) Object.assign(exported, await import(pathToFileURL(join(folder, file)).href))

describe.each(files)('%s', (file) => {
  const source = readFileSync(join(folder, file), 'utf8')
  const examples = examplesIn(source)

  it('has an example for every function it exports', () => {
    const functions = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1] ?? '')
    const shown = examples.map((example) => example.expression).join('\n')
    expect(functions.filter((name) => !shown.includes(`${name}(`))).toEqual([])
  })

  for (const { expression, expected } of examples) {
    it(`${expression} // ${expected}`, () => {
      const error = /^throws (\w+)$/.exec(expected)?.[1]
      if (error === undefined) expect(evaluate(expression)).toEqual(evaluate(expected))
      else expect(() => evaluate(expression)).toThrow(expect.objectContaining({ name: error }))
    })
  }
})

function examplesIn(source: string): { expression: string; expected: string }[] {
  return [...source.matchAll(/\* @example\n((?: \*(?!\/).*\n)+)/g)]
    .flatMap((block) => (block[1] ?? '').split('\n'))
    .flatMap((line) => {
      const [, expression, expected] = /^ \* (.+) \/\/ (.+)$/.exec(line) ?? []
      if (expression === undefined || expected === undefined) {
        if (line.trim() !== '') throw new RangeError(`not an example: ${line}`)
        return []
      }
      return [{ expression, expected }]
    })
}

function evaluate(expression: string): unknown {
  return new Function(...Object.keys(exported), `return (${expression})`)(...Object.values(exported))
}
