import { setInterval } from 'node:timers'
import { spawn } from 'node:child_process'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { openWorkspace, temporaryWorkspace } from './index.ts'

/**
 * A program for the tests: opens a workspace, says so on one line of its output and holds it until it is killed.
 * `node hold-workspace.fixture.ts open <path> | temporary <within> | openWithChild <path>`
 */
const [how = '', path = ''] = process.argv.slice(2)

try {
  const workspace =
    how === 'temporary'
      ? await temporaryWorkspace({ command: 'hold', within: path })
      : await openWorkspace(path, { command: 'hold' })
  const child = how === 'openWithChild' ? spawn('sleep', ['30'], { stdio: 'ignore' }) : undefined
  console.log(JSON.stringify({ path: workspace.path, child: child?.pid }))
  setInterval(() => {}, 1000)
} catch (cause) {
  if (!(cause instanceof ProductError)) throw cause
  console.log(JSON.stringify({ code: cause.code, ...cause.details }))
}
