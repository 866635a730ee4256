import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from './finding.ts'
import type { Repository } from './repository.ts'

/** Kind → where → figure, as stored in a ratchet's file. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>

/** One thing that is tolerated where the ratchet's file says so, and nowhere else. */
export interface Tolerated extends Finding {
  readonly kind: string
  /** The key under which it is stored: a path, or a path and a name. */
  readonly key: string
  /** How much of it there is: 1 for an occurrence, the number of lines for a size. */
  readonly amount: number
}

export interface Ratchet {
  readonly file: string
  readonly measure: (repository: Repository) => readonly Tolerated[]
}

/** What exceeds the stored figures, what they no longer need, and what was raised since it was last committed. */
export function ratchetFindings({ file, measure }: Ratchet, repository: Repository): Finding[] {
  const found = measure(repository)
  const actual = figuresOf(found)
  const stored = repository.has(file) ? parseFigures(repository.read(file)) : {}
  const exceeding = found.filter(({ kind, key }) => figure(actual, kind, key) > figure(stored, kind, key))
  const slack = Object.entries(stored).flatMap(([kind, places]) =>
    Object.entries(places)
      .filter(([key, allowed]) => figure(actual, kind, key) < allowed)
      .map(([key]) => `${kind} of ${key} fell to ${figure(actual, kind, key)}: run npm run verify -- --tighten`),
  )
  const raised = Object.keys(stored).flatMap((kind) =>
    committedVersions(repository.root, file)
      .filter((before) => total(before, kind) < total(stored, kind))
      .map((before) => `${kind} may only fall: ${total(before, kind)} before, ${total(stored, kind)} now`),
  )
  const about = [...slack, ...new Set(raised)].map((message) => ({ path: file, line: 0, message }))
  return [...exceeding.map(({ path, line, message }) => ({ path, line, message })), ...about]
}

/** Lowers the stored figures to what is there now. Never raises one. */
export function tighten({ file, measure }: Ratchet, repository: Repository): void {
  const actual = figuresOf(measure(repository))
  const stored = repository.has(file) ? parseFigures(repository.read(file)) : {}
  const lowered = Object.entries(stored).map(([kind, places]) => {
    const kept = Object.entries(places)
      .map(([key, allowed]) => [key, Math.min(allowed, figure(actual, kind, key))] as const)
      .filter(([, allowed]) => allowed > 0)
    return [kind, Object.fromEntries(kept)] as const
  })
  writeFileSync(join(repository.root, file), `${JSON.stringify(Object.fromEntries(lowered), null, 2)}\n`)
}

function figuresOf(found: readonly Tolerated[]): Figures {
  const figures: Record<string, Record<string, number>> = {}
  for (const { kind, key, amount } of found) {
    const places = (figures[kind] ??= {})
    places[key] = (places[key] ?? 0) + amount
  }
  return figures
}

function figure(figures: Figures, kind: string, key: string): number {
  return figures[kind]?.[key] ?? 0
}

function total(figures: Figures, kind: string): number {
  return Object.values(figures[kind] ?? {}).reduce((sum, amount) => sum + amount, 0)
}

/** The two newest committed versions of a file: the one being changed, and in a fresh clone the one before it. */
function committedVersions(root: string, file: string): Figures[] {
  try {
    const git = (...command: string[]): string =>
      execFileSync('git', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const commits = git('log', '-2', '--diff-filter=AM', '--format=%H', '--', file).split('\n').filter(Boolean)
    return commits.map((commit) => parseFigures(git('show', `${commit}:./${file}`)))
  } catch {
    return [] // no history to compare with: a copy without git, or a tree before its first commit
  }
}

function parseFigures(text: string): Figures {
  const stored: unknown = JSON.parse(text)
  const entries = Object.entries(stored ?? {}).map(([kind, places]: [string, unknown]) => {
    const figures = Object.entries(places ?? {}).map(
      ([key, amount]: [string, unknown]) => [key, Number(amount)] as const,
    )
    return [kind, Object.fromEntries(figures)] as const
  })
  return Object.fromEntries(entries)
}
