import { join } from 'node:path'
import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { runProgram } from '../run-program.ts'
import { silentFailure } from '../silent-failure.ts'

/** oxlint with the rules of .oxlintrc.json, those that need the types included. */
export const lintCheck: Check = {
  name: 'lint',
  run: async ({ root }) => {
    const config = join(import.meta.dirname, '..', '..', '.oxlintrc.json')
    const options = ['--type-aware', '--deny-warnings', '--config', config, '--format', 'unix', '.']
    const ran = await runProgram({ packageName: 'oxlint', bin: 'oxlint' }, { folder: root, options })
    const findings = ran.output.split('\n').flatMap(lintFinding)
    return findings.length > 0 ? findings : silentFailure('oxlint', ran)
  },
}

/** `path:line:column: words [Error/rule]` */
function lintFinding(text: string): Finding[] {
  const [, path = '', line = '', message = ''] = /^(.+?):(\d+):\d+: (.+)$/.exec(text) ?? []
  return message === '' ? [] : [{ path: path.replace(/^\.\//, ''), line: Number(line), message }]
}
