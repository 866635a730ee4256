import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Check } from './check.ts'
import { castsCheck } from './checks/casts.ts'
import { cataloguesCheck } from './checks/catalogues.ts'
import { compiledTypesCheck } from './checks/compiled-types.ts'
import { completeLockCheck } from './checks/complete-lock.ts'
import { connectingCheck } from './checks/connecting.ts'
import { dependenciesCheck } from './checks/dependencies.ts'
import { docPathsCheck } from './checks/doc-paths.ts'
import { environmentCheck } from './checks/environment.ts'
import { errorCodesCheck } from './checks/error-codes.ts'
import { escapeHatchesCheck, escapeHatchesRatchet } from './checks/escape-hatches.ts'
import { fencesCheck } from './checks/fences.ts'
import { formatCheck } from './checks/format.ts'
import { inlineWordsCheck } from './checks/inline-words.ts'
import { lintCheck } from './checks/lint.ts'
import { messageKeysCheck } from './checks/message-keys.ts'
import { namesCheck } from './checks/names.ts'
import { ownWordsCheck } from './checks/own-words.ts'
import { sizesCheck, sizesRatchet } from './checks/sizes.ts'
import { trackedFilesCheck } from './checks/tracked-files.ts'
import { unusedCodeCheck } from './checks/unused-code.ts'
import { tighten } from './ratchet.ts'
import { openRepository } from './repository.ts'
import { verification } from './verification.ts'

const programs: readonly Check[] = [lintCheck, unusedCodeCheck, compiledTypesCheck, formatCheck]

const readers: readonly Check[] = [
  fencesCheck,
  environmentCheck,
  connectingCheck,
  dependenciesCheck,
  completeLockCheck,
  namesCheck,
  sizesCheck,
  escapeHatchesCheck,
  castsCheck,
  cataloguesCheck,
  messageKeysCheck,
  errorCodesCheck,
  inlineWordsCheck,
  docPathsCheck,
  ownWordsCheck,
  trackedFilesCheck,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tighten: { type: 'boolean', default: false } },
})

const repository = openRepository(join(import.meta.dirname, '..'))
if (values.tighten) for (const ratchet of [sizesRatchet, escapeHatchesRatchet]) tighten(ratchet, repository)

const unknown = positionals.filter((name) => [...programs, ...readers].every((check) => check.name !== name))
if (unknown.length > 0) throw new RangeError(`no check is named ${unknown.join(', ')}`)

const isChosen = ({ name }: Check): boolean => positionals.length === 0 || positionals.includes(name)
const chosen = { programs: programs.filter(isChosen), readers: readers.filter(isChosen) }
const failures = await verification(chosen, { repository, print: (line) => console.log(line) })
if (failures > 0) process.exitCode = 1
