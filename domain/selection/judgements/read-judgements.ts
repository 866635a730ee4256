import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type ErrorCode, ProductError } from '@vitalfew/contract/errors.ts'
import { checkJudgements } from './check-judgements.ts'
import type { JudgedPart } from './judged-part.ts'
import { jsonJudgements } from './json-judgements.ts'
import { mergeJudgements } from './merge-judgements.ts'
import { type CriteriaNames, renamedCriteria } from './renamed-criteria.ts'
import { workbookJudgements } from './workbook-judgements.ts'

/** A questionnaire is a hundred rows; what is much larger is something else. */
const mostBytes = 16 * 1024 * 1024

/**
 * Reads judgements from JSON files and filled-in workbooks, checks them and puts them together.
 *
 * @param names the codes of the criteria and the titles they may go by in the files; as in the files where absent
 * @throws ProductError `input.*`, `judgements.*`
 */
export async function readJudgements(paths: readonly string[], names?: CriteriaNames): Promise<JudgedPart> {
  const parts: JudgedPart[] = []
  for (const path of paths) {
    for (const part of await partsOf(path)) {
      const named = names === undefined ? part : renamedCriteria(part, names)
      checkJudgements(named)
      parts.push(named)
    }
  }
  return mergeJudgements(parts)
}

async function partsOf(path: string): Promise<readonly JudgedPart[]> {
  const file = basename(path)
  const bytes = await bytesOf(path)
  if (bytes.length === 0) throw new ProductError('input.empty', { file, path })
  const head = bytes.subarray(0, 120).toString('latin1')
  const isWorkbook = head.startsWith('PK') || head.startsWith('\xd0\xcf')
  // Of an .ods workbook the rows that are repeated when printing cannot be read, and every cell would be told wrongly.
  if (head.includes('opendocument')) throw new ProductError('judgements.unknownFormat', { file })
  if (isWorkbook) return workbookJudgements(bytes, { file, path })
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return [jsonJudgements(text, file)]
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size > mostBytes) {
      throw new ProductError('input.tooLarge', { file: basename(path), path, problem: '> 16 MiB' })
    }
    return await readFile(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? codes.get(String(cause.code)) : undefined
    throw code === undefined ? cause : new ProductError(code, { file: basename(path), path }, { cause })
  }
}

const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['ENOENT', 'input.notFound'],
  ['ENOTDIR', 'input.notFound'],
  ['EISDIR', 'input.isDirectory'],
  ['EACCES', 'input.noPermission'],
  ['EPERM', 'input.noPermission'],
])
