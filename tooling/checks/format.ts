import type { Check } from '../check.ts'
import { runProgram } from '../run-program.ts'
import { silentFailure } from '../silent-failure.ts'

/** Every file is written as oxfmt writes it. */
export const formatCheck: Check = {
  name: 'format',
  run: async ({ root }) => {
    const program = { packageName: 'oxfmt', bin: 'oxfmt' }
    const ran = await runProgram(program, { folder: root, options: ['--list-different', '.'] })
    const paths = ran.output.split('\n').filter((path) => path !== '')
    const findings = paths.map((path) => ({ path, line: 0, message: 'not formatted: run npm run format' }))
    return findings.length > 0 ? findings : silentFailure('oxfmt', ran)
  },
}
