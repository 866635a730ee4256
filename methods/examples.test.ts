import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

// The documentation of every public function runs: an `@example` line is `expression // expected value`, or
// `expression // throws SomeError`; a long expression may be wrapped over lines. Examples may call any function of the
// package.

const folder = import.meta.dirname
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules'))
  .sort()

const exported: Record<string, unknown> = {}
for (const file of files) Object.assign(exported, await import(pathToFileURL(join(folder, file)).href))

describe.each(files)('%s', (file) => {
  const source = readFileSync(join(folder, file), 'utf8')
  const { examples, leftOver } = examplesIn(source)

  it('has an example for every function it exports, and nothing else among its examples', () => {
    const functions = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1] ?? '')
    const shown = examples.map((example) => example.expression).join('\n')
    expect(functions.filter((name) => !shown.includes(`${name}(`))).toEqual([])
    expect(leftOver).toBe('')
  })

  for (const { expression, expected } of examples) {
    it(`${expression} // ${expected}`, () => {
      const error = /^throws (\w+)$/.exec(expected)?.[1]
      if (error === undefined) expect(evaluate(expression)).toEqual(evaluate(expected))
      else expect(() => evaluate(expression)).toThrow(expect.objectContaining({ name: error }))
    })
  }
})

/** The examples of all `@example` blocks of a file, and what stands in the blocks without being one. */
function examplesIn(source: string) {
  const examples: { expression: string; expected: string }[] = []
  let pending = ''
  for (const [, block = ''] of source.matchAll(/\* @example\n((?: \*(?!\/| @).*\n)+)/g)) {
    for (const line of block
      .replaceAll(/^ \* ?/gm, '')
      .trim()
      .split('\n')) {
      const [, expression = line, expected] = /^(.*) \/\/ (.+)$/.exec(line) ?? []
      pending = `${pending} ${expression.trim()}`.trim()
      if (expected === undefined) continue
      examples.push({ expression: pending, expected })
      pending = ''
    }
  }
  return { examples, leftOver: pending }
}

function evaluate(expression: string): unknown {
  return new Function(...Object.keys(exported), `return (${expression})`)(...Object.values(exported))
}
