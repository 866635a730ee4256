import { expect, test } from 'vitest'
import { reportScript } from './report-script.ts'

test('bundles once; the second call is quick', async () => {
  const script = await reportScript()
  const start = performance.now()
  const again = await reportScript()
  expect(performance.now() - start).toBeLessThan(30)
  expect(again).toBe(script)
  expect(script).not.toContain('process.env')
  expect(script.length).toBeLessThan(900_000)
})
