import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { runProgram } from '../run-program.ts'
import { silentFailure } from '../silent-failure.ts'

/** The compiler agrees with every type. */
export const compiledTypesCheck: Check = {
  name: 'types',
  run: async ({ root }) => {
    const options = ['--noEmit', '--pretty', 'false', '--project', '.']
    const ran = await runProgram({ packageName: 'typescript', bin: 'tsc' }, { folder: root, options })
    const findings = ran.output.split('\n').flatMap(compilerFinding)
    return findings.length > 0 ? findings : silentFailure('tsc', ran)
  },
}

/** `path(line,column): error TS1234: words`; the indented lines below it only elaborate. */
function compilerFinding(text: string): Finding[] {
  const [, path = '', line = '', message = ''] = /^(.+)\((\d+),\d+\): error (.+)$/.exec(text) ?? []
  return message === '' ? [] : [{ path, line: Number(line), message }]
}
