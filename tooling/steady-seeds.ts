import * as vitest from 'vitest'

// A commit that is built passes or fails the same way every time; everywhere else each run of the laws draws anew. Tests
// without laws are spared the loading of fast-check.
if (process.env['CI'] && vitest.expect.getState().testPath?.endsWith('.law.test.ts') === true) {
  const { default: fc } = await import('fast-check')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 19_540_101 })
}
