import type { Finding } from './finding.ts'
import type { Repository } from './repository.ts'

/** A rule that a machine keeps: reads the tree, changes nothing, says what it found. */
export interface Check {
  readonly name: string
  readonly run: (repository: Repository) => readonly Finding[] | Promise<readonly Finding[]>
}
