import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { z } from 'zod'
import { checkModel } from './check-model.ts'

/**
 * Reads a model from a file and checks it.
 *
 * @throws ProductError `input.notFound`, `model.notJson`, `model.leftOut`, `model.unknownKey`, `model.wrongValue`, `model.metricOrScale`, `model.invalid` and what `checkModel` finds, all with the place in the document
 */
export async function readModel(path: string): Promise<SelectionModel> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    throw new ProductError('input.notFound', { file: path }, { cause })
  }
  return parseModel(text, basename(path))
}

/** The same for a text that is at hand; `file` is what complaints call it. */
export function parseModel(text: string, file: string): SelectionModel {
  let document: unknown
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new ProductError('model.notJson', { file, problem }, { cause })
  }
  return checkedModel(document, file)
}

function checkedModel(document: unknown, file: string): SelectionModel {
  const parsed = SelectionModel.safeParse(document)
  if (!parsed.success) throw firstFault(parsed.error, file)
  checkModel(parsed.data, file)
  return parsed.data
}

/** Of alternatives that all fail, the one that got furthest is what was meant. */
function firstFault(error: z.ZodError, file: string): ProductError {
  const [found] = error.issues
  const issue: Issue = found === undefined ? { path: [], message: '' } : deepest(found)
  const path = documentPath(issue.path) || 'model'
  const [key] = issue.keys ?? []
  if (key !== undefined) return new ProductError('model.unknownKey', { file, path, key }, { cause: error })
  if (issue.code === 'custom') return new ProductError('model.metricOrScale', { file, path }, { cause: error })
  if (isLeftOut(issue)) return new ProductError('model.leftOut', { file, path }, { cause: error })
  const expected = expectation(issue)
  if (expected !== undefined) return new ProductError('model.wrongValue', { file, path, expected }, { cause: error })
  return new ProductError('model.invalid', { file, path, problem: issue.message }, { cause: error })
}

/** What should stand there, in signs that every language reads. */
function expectation(issue: Issue): string | undefined {
  const { code, expected, values, minimum, maximum, pattern, inclusive = true } = issue
  if (code === 'invalid_type') return expected
  if (code === 'invalid_value') return values?.map((value) => JSON.stringify(value)).join(' | ')
  if (code === 'invalid_union') return choices(issue)
  if (code === 'too_small') return `${inclusive ? '≥' : '>'} ${String(minimum)}`
  if (code === 'too_big') return `${inclusive ? '≤' : '<'} ${String(maximum)}`
  return code === 'invalid_format' ? pattern : undefined
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly code?: string | undefined
  readonly errors?: readonly (readonly Issue[])[]
  readonly keys?: readonly string[]
  readonly expected?: string
  readonly values?: readonly unknown[]
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly pattern?: string | undefined
  readonly inclusive?: boolean | undefined
  /** Of alternatives that a word tells apart: the words. */
  readonly options?: readonly unknown[]
}

function choices({ options }: Issue): string | undefined {
  return options?.map((option) => JSON.stringify(option)).join(' | ')
}

/** Nothing stands where something has to. */
function isLeftOut({ code, message }: Issue): boolean {
  return code === 'invalid_type' && message.endsWith('received undefined')
}

function deepest(issue: Issue): Issue {
  const branches = (issue.errors ?? []).flatMap(([first]) => (first === undefined ? [] : [deepest(first)]))
  if (branches.length === 0) return issue
  const best = branches.toSorted((a, b) => rank(b) - rank(a))[0] ?? issue
  return { ...best, path: [...issue.path, ...best.path] }
}

/** A key nobody knows says that another alternative was meant; a wrong value deep inside says that this one was. */
function rank(issue: Issue): number {
  return issue.path.length - (issue.code === 'unrecognized_keys' ? 0.5 : 0)
}

function documentPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('')
}
