import { ProductError } from '@vitalfew/contract/errors.ts'
import { FixAction, type FixRule, type StepAction } from '@vitalfew/contract/quality.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { checkNames, isLineCheck } from '../checks/check-names.ts'
import type { KnownData } from './known-data.ts'
import { type LoggedStep, type StepLog, stepLog, writeStep } from './step-log.query.ts'

/** A step that somebody asks for, before it has a place in the log. */
export interface AskedStep {
  readonly action: StepAction
  readonly check: string
  /** '' for all files; left out where it is to be that of the files concerned. */
  readonly source?: string | undefined
  readonly rule: FixRule
  readonly undoes?: number | undefined
  readonly author: string
  readonly reason: string
  /** Tells the same request asked for twice. */
  readonly token: string
}

/**
 * Adds a step to the log. Asking twice with one token is asking once.
 *
 * @throws ProductError `quality.unknownCheck`, `quality.notFixable`, `quality.unknownStep`, `quality.alreadyUndone`,
 * `quality.ruleMissing`, `import.notFound`
 */
export async function recordStep(
  warehouse: Warehouse,
  { asked, data }: { readonly asked: AskedStep; readonly data: Pick<KnownData, 'imports'> },
): Promise<LoggedStep> {
  const log = await stepLog(warehouse)
  const before = log.steps.find(({ token }) => token === asked.token)
  if (before !== undefined) return before
  requireSensible(asked, log)
  const { source = sourceOf(asked.rule, data), undoes = 0, ...given } = asked
  const step: LoggedStep = {
    ...given,
    source,
    undoes,
    sequence: Math.max(0, ...log.steps.map(({ sequence }) => sequence)) + 1,
    at: new Date().toISOString(),
    rule: ofOriginal(asked.rule, data),
  }
  await writeStep(warehouse, step)
  return step
}

/**
 * Makes sure that a step could be taken.
 *
 * @throws ProductError as `recordStep`
 */
export async function checkStep(warehouse: Warehouse, asked: AskedStep): Promise<void> {
  requireSensible(asked, await stepLog(warehouse))
}

function requireSensible(asked: AskedStep, { steps, active }: StepLog): void {
  if (asked.action !== 'undo') return requirePossible(asked)
  const { undoes = 0 } = asked
  if (steps.every(({ sequence }) => sequence !== undoes))
    throw new ProductError('quality.unknownStep', { step: undoes })
  if (active.every(({ sequence }) => sequence !== undoes)) {
    throw new ProductError('quality.alreadyUndone', { step: undoes })
  }
}

/** Where all files are of one source, a step is about that source; what is made for rows is about their file. */
function sourceOf({ chosen }: FixRule, { imports }: Pick<KnownData, 'imports'>): string {
  const concerned = imports.filter(
    ({ id, originalId }) => chosen === undefined || chosen.importId === id || chosen.importId === originalId,
  )
  const sources = new Set(concerned.map(({ source }) => source))
  const [only = ''] = sources
  return sources.size === 1 ? only : ''
}

/** Rows are those of a file: a step that names a corrected copy is about what it was made from. */
function ofOriginal(rule: FixRule, { imports }: Pick<KnownData, 'imports'>): FixRule {
  const { chosen } = rule
  if (chosen === undefined) return rule
  const meant = imports.find(({ id, originalId }) => id === chosen.importId || originalId === chosen.importId)
  if (meant === undefined) throw new ProductError('import.notFound', { import: chosen.importId })
  return { ...rule, chosen: { ...chosen, importId: meant.originalId } }
}

function requirePossible({ action, check, rule }: AskedStep): void {
  const missing = (what: string): ProductError => new ProductError('quality.ruleMissing', { action, missing: what })
  if (action === 'control') {
    if ((rule.controls ?? []).length === 0) throw missing('controls')
    return
  }
  if (!checkNames.has(check))
    throw new ProductError('quality.unknownCheck', { check, checks: [...checkNames].join(', ') })
  if (action === 'accept') {
    if (rule.chosen !== undefined || rule.customers !== undefined)
      throw new ProductError('quality.notFixable', { check, action })
    return
  }
  if (!FixAction.safeParse(action).success || !isLineCheck(check)) {
    throw new ProductError('quality.notFixable', { check, action })
  }
  if (action === 'set' && (rule.values ?? []).length === 0) throw missing('values')
  if (action === 'scale' && rule.factor === undefined) throw missing('factor')
}
