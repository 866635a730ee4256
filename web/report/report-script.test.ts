import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { reportScript } from './report-script.ts'

test('bundles once; later calls are quick', async () => {
  const script = await reportScript()
  const calls = []
  for (let call = 0; call < 3; call++) {
    const start = performance.now()
    expect(await reportScript()).toBe(script)
    calls.push(performance.now() - start)
  }
  expect(Math.min(...calls)).toBeLessThan(30)
})

test('the program is built for production and stays below 1.1 MB, a third of it compressed', async () => {
  const script = await reportScript()
  expect(script).not.toContain('process.env')
  expect(Buffer.byteLength(script)).toBeLessThan(1_100_000)
  expect(gzipSync(script).byteLength).toBeLessThan(367_000)
})
