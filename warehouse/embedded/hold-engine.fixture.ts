import { ProductError } from '@vitalfew/contract/errors.ts'
import { startEngine } from './start-engine.ts'

/**
 * A program for the tests: starts an engine, says so on one line of its output and holds it until it is killed.
 * `node hold-engine.fixture.ts <directory> [durable] [deaf]`; deaf = does not end by Ctrl-C.
 */
const [directory = '', ...words] = process.argv.slice(2)

if (words.includes('deaf')) process.on('SIGINT', () => console.log(JSON.stringify({ heard: 'SIGINT' })))
try {
  const engine = await startEngine({ directory, durable: words.includes('durable'), memoryBytes: 2 ** 30 })
  const { url, username, password } = engine
  console.log(JSON.stringify({ url, username, password, pid: engine.processId() }))
  setInterval(() => undefined, 60_000)
} catch (cause) {
  if (!(cause instanceof ProductError)) throw cause
  console.log(JSON.stringify({ code: cause.code, ...cause.details }))
}
