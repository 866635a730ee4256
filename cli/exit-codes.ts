import type { ErrorCode } from '@vitalfew/contract/errors.ts'

/** What the program's exit code says; part of its promise, listed in `vitalfew --help`. */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  input: 3,
  output: 4,
  workspace: 5,
  engine: 6,
  cancelled: 130,
} as const

type Subject =
  | 'argument'
  | 'config'
  | 'input'
  | 'mapping'
  | 'output'
  | 'disk'
  | 'workspace'
  | 'warehouse'
  | 'store'
  | 'analysis'
  | 'model'
  | 'overrides'
  | 'scores'
  | 'figures'
  | 'judgements'
  | 'identity'
  | 'quality'
  | 'segmentation'
  | 'run'
  | 'server'
  | 'backup'
  | 'import'
  | 'origin'

const codeOfSubject: Readonly<Record<Subject, number>> = {
  argument: exitCodes.usage,
  config: exitCodes.usage,
  mapping: exitCodes.usage,
  input: exitCodes.input,
  analysis: exitCodes.input,
  output: exitCodes.output,
  disk: exitCodes.output,
  workspace: exitCodes.workspace,
  warehouse: exitCodes.engine,
  store: exitCodes.engine,
  model: exitCodes.usage,
  overrides: exitCodes.usage,
  scores: exitCodes.input,
  figures: exitCodes.input,
  judgements: exitCodes.input,
  quality: exitCodes.usage,
  identity: exitCodes.usage,
  segmentation: exitCodes.input,
  run: exitCodes.cancelled,
  server: exitCodes.usage,
  backup: exitCodes.input,
  import: exitCodes.usage,
  origin: exitCodes.input,
}

/** The exit code for an error, by the first part of its code. */
export function exitCodeOf(code: ErrorCode): number {
  const [subject = ''] = code.split('.')
  return isSubject(subject) ? codeOfSubject[subject] : exitCodes.fault
}

function isSubject(text: string): text is Subject {
  return Object.hasOwn(codeOfSubject, text)
}
