import type { Check } from '../check.ts'
import type { Finding } from '../finding.ts'
import { runProgram } from '../run-program.ts'
import { silentFailure } from '../silent-failure.ts'

/** Files, exports and dependencies that nothing uses, as knip sees them with knip.json. */
export const unusedCodeCheck: Check = {
  name: 'unused code',
  run: async ({ root }) => {
    const options = ['--no-progress', '--no-config-hints', '--reporter', 'json']
    const ran = await runProgram({ packageName: 'knip', bin: 'knip' }, { folder: root, options })
    const findings = reportFindings(ran.output)
    return findings.length > 0 ? findings : silentFailure('knip', ran)
  },
}

/** The words for the kinds of knip's report that need other words than their name. */
const words: Readonly<Record<string, string>> = {
  files: 'nothing uses this file:',
  exports: 'nothing uses the export',
  dependencies: 'nothing uses the dependency',
  devDependencies: 'nothing uses the dependency',
}

/** Knip's report: a list of files, each with a list for every kind of issue. */
function reportFindings(report: string): Finding[] {
  if (!report.trimStart().startsWith('{')) return []
  return list(member(JSON.parse(report), 'issues')).flatMap((issue) => {
    const path = String(member(issue, 'file'))
    return Object.entries(issue ?? {}).flatMap(([kind, found]: [string, unknown]) =>
      list(found).map((one) => ({
        path,
        line: Number(member(one, 'line') ?? 0),
        message: `${words[kind] ?? kind} ${String(member(one, 'name'))}`,
      })),
    )
  })
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function member(value: unknown, name: string): unknown {
  return Object.entries(value ?? {}).find(([key]) => key === name)?.[1]
}
