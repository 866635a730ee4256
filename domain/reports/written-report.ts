import { gzipSync } from 'node:zlib'
import { authorise, type Viewer } from '../access/index.ts'
import { type AccountSources, runNamed } from '../accounts/index.ts'
import { publishedReport } from './published-report.ts'

/** A report that is to be written, told so that another process can write it. */
export interface ReportWork {
  readonly about: 'report'
  readonly viewer: Viewer
  readonly run: string
}

export type AnswerReport = (work: ReportWork) => Promise<unknown>

/** Reports that were asked for last, as they travel: one of the largest runs takes half a megabyte. */
const mostKept = 12
const kept = new Map<string, Promise<Uint8Array>>()

/**
 * The report of a run as gzipped JSON. Reading, checking and writing thousands of accounts keeps a processor busy, so
 * another process does it; what came of it is kept, since the report of a run stays the same for all who see as much.
 *
 * @throws ProductError `access.notAllowed`, `run.none`, `run.notFound`
 */
export async function writtenReport(
  viewer: Viewer,
  { database, answerReport }: Pick<AccountSources, 'database'> & { readonly answerReport: AnswerReport },
  request: { readonly run: string },
): Promise<Uint8Array> {
  authorise(viewer, ['administrator', 'analyst'])
  const run = await runNamed(database, request.run)
  const key = JSON.stringify([run.run_id, run.completed_at, [...viewer.hidden].toSorted()])
  const known = kept.get(key)
  if (known !== undefined) return known
  const asked = answerReport({ about: 'report', viewer, run: run.run_id }).then(asBytes)
  asked.catch(() => kept.delete(key))
  if (kept.size >= mostKept) kept.delete([...kept.keys()][0] ?? '')
  kept.set(key, asked)
  return asked
}

/** What the other process does. */
export async function writeReport(sources: AccountSources, { viewer, run }: ReportWork): Promise<Uint8Array> {
  return gzipSync(JSON.stringify(await publishedReport(viewer, sources, { run })))
}

function asBytes(answer: unknown): Uint8Array {
  if (answer instanceof Uint8Array) return answer
  throw new Error('a report was not written as bytes')
}
