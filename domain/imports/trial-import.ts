import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import { readSalesFile } from './read-sales-file.ts'
import type { PlanRequest } from './plan-sales-file.ts'
import type { LeftOutRow, SalesLine } from './sales-line.ts'
import { isoDay } from './values/calendar.ts'
import { microsText } from './values/micros.ts'

export interface TrialImport {
  readonly summary: ImportSummary
  readonly lines: SalesLine[]
  readonly leftOut: LeftOutRow[]
}

/** Reads a file into memory, for tests: everything that readers of large files must not do. */
export async function trialImport(request: PlanRequest): Promise<TrialImport> {
  const lines: SalesLine[] = []
  const leftOut: LeftOutRow[] = []
  const summary = await readSalesFile({
    ...request,
    onLines: (batch) => void lines.push(...batch),
    onLeftOut: (batch) => void leftOut.push(...batch),
  })
  return { summary, lines, leftOut }
}

export type TrialContent = string | Uint8Array

/** Writes content to a file of its own, lets `use` have it, and takes it away again. */
export async function withFile<Result>(content: TrialContent, use: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'imports-'))
  const path = join(folder, 'sales.csv')
  try {
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export function importContent(content: TrialContent, request: Omit<PlanRequest, 'path'> = {}): Promise<TrialImport> {
  return withFile(content, (path) => trialImport({ ...request, path }))
}

/** A sale in few words: `customer day amount`. */
export function inWords({ customer, day, netRevenue }: SalesLine): string {
  return `${customer} ${isoDay(day)} ${microsText(netRevenue)}`
}
