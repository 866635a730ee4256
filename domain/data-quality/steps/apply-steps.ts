import { randomInt } from 'node:crypto'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { correctImport } from '../../imports/index.ts'
import { isLineCheck } from '../checks/check-names.ts'
import { lineChecks } from '../checks/line-checks.ts'
import { evaluateLines } from '../lines/evaluate-lines.ts'
import { dataProfile } from '../lines/line-doubts.ts'
import { lineFindings } from '../lines/line-findings.query.ts'
import { type CurrentImport, type KnownData, knownData } from './known-data.ts'
import { fillCorrected, markChosen, markDoubtful, markedMoney } from './mark-lines.query.ts'
import { type Application, type LoggedStep, type StepLog, stepLog, writeApplications } from './step-log.query.ts'

const changing: ReadonlySet<string> = new Set(['exclude', 'return', 'set', 'scale'])

/**
 * Makes the data what the log of steps says: every step that counts is applied once to every import of its source, new
 * ones included, and the corrected copies follow from the marks. Nothing is done where nothing has changed, and what a
 * crash left half done is finished here.
 *
 * @returns how many imports another copy stands for now
 */
export async function applySteps(warehouse: Warehouse, today: string): Promise<number> {
  let log = await stepLog(warehouse)
  if (log.applications.length === 0 && log.active.every(({ action }) => !changing.has(action))) return 0
  let data = await knownData(warehouse, today)
  let changed = await followMarks(warehouse, { log, data })
  if (changed > 0) data = await knownData(warehouse, today)
  for (const step of log.active.filter(({ action }) => changing.has(action))) {
    const { applications } = log
    const waiting = data.imports.filter(
      (item) =>
        isMeant(step, item) &&
        !applications.some((done) => done.step === step.sequence && done.importId === item.originalId),
    )
    if (waiting.length === 0) continue
    const done = await markImports(warehouse, { step, imports: waiting, data })
    await writeApplications(warehouse, done)
    if (done.every(({ mark }) => mark === 0)) continue
    log = await stepLog(warehouse)
    changed += await followMarks(warehouse, { log, data })
    data = await knownData(warehouse, today)
  }
  return changed
}

function isMeant({ source, rule: { chosen } }: LoggedStep, item: CurrentImport): boolean {
  return chosen === undefined ? source === '' || source === item.source : chosen.importId === item.originalId
}

/** Marks what a step finds in some imports; where it finds nothing it says so. */
async function markImports(
  warehouse: Warehouse,
  of: { readonly step: LoggedStep; readonly imports: readonly CurrentImport[]; readonly data: KnownData },
): Promise<Application[]> {
  const { step, imports } = of
  const doubtful = needsCheck(step) ? await doubtfulImports(warehouse, of) : undefined
  const done: Application[] = []
  for (const item of imports) {
    const application = { step: step.sequence, importId: item.originalId }
    if (doubtful !== undefined && !doubtful.imports.has(item.id)) {
      done.push({ ...application, mark: 0, rows: 0, amount: 0 })
      continue
    }
    const mark = randomInt(1, 2 ** 47)
    const request = { ...requestOf(step), mark, importId: item.id, originalId: item.originalId }
    if (doubtful === undefined) {
      await warehouse.run(markChosen, { ...request, rows: step.rule.chosen?.rows ?? [] })
    } else {
      const bit = lineChecks.findIndex(({ name }) => name === step.check)
      await warehouse.run(markDoubtful, { ...doubtful.doubts, ...request, bit })
    }
    const [found] = await warehouse.rows(markedMoney, { mark, originalId: item.originalId })
    const { rows, amount } = found ?? { rows: 0, amount: 0 }
    done.push({ ...application, mark: rows === 0 ? 0 : mark, rows, amount })
  }
  return done
}

/** Rows and customers that are named, and values that are told by what stands there, need no check to be found. */
function needsCheck({ rule: { chosen, customers, values }, check, action }: LoggedStep): boolean {
  if (chosen !== undefined || customers !== undefined) return false
  return !(action === 'set' && check === 'spellingDrift' && (values ?? []).every(({ from }) => from !== null))
}

async function doubtfulImports(
  warehouse: Warehouse,
  { step, data }: { readonly step: LoggedStep; readonly data: KnownData },
) {
  const known = { imports: data.imports.map(({ id }) => id), before: data.asOf }
  const profile = await dataProfile(warehouse, {
    ...known,
    today: data.today,
    membershipSequence: data.membershipSequence,
  })
  if (profile === undefined || !isLineCheck(step.check)) return undefined
  const { found } = evaluateLines(await warehouse.rows(lineFindings, profile.doubts))
  const imports = new Set((found.get(step.check) ?? []).map(({ importId }) => importId))
  return { doubts: profile.doubts, imports }
}

function requestOf({ sequence, action, rule }: LoggedStep) {
  const values =
    action === 'scale'
      ? [{ column: 'netRevenue' as const, from: null, to: String(rule.factor ?? 1) }]
      : action === 'set'
        ? (rule.values ?? [])
        : []
  return {
    step: sequence,
    action,
    columns: values.map(({ column }) => column),
    froms: values.map(({ from }) => from ?? ''),
    anyFrom: values.map(({ from }) => (from === null ? 1 : 0)),
    tos: values.map(({ to }) => to),
    customers: rule.customers ?? [],
  }
}

/** Lets every import be what the marks of the steps that count make of it. */
async function followMarks(
  warehouse: Warehouse,
  { log, data }: { readonly log: StepLog; readonly data: KnownData },
): Promise<number> {
  let changed = 0
  for (const item of data.imports) {
    const counting = log.applications.filter(
      ({ step, importId, mark }) =>
        mark !== 0 && importId === item.originalId && log.active.some(({ sequence }) => sequence === step),
    )
    const marks = counting.map(({ mark }) => mark).toSorted((a, b) => a - b)
    if (marks.join() === [...item.marks].toSorted((a, b) => a - b).join()) continue
    const { originalId } = item
    await correctImport(warehouse, {
      originalId,
      currentId: item.id,
      corrects: marks.length === 0 ? null : { importId: originalId, steps: counting.map(({ step }) => step), marks },
      fill: (importId) => warehouse.run(fillCorrected, { importId, originalId, marks }),
    })
    changed += 1
  }
  return changed
}
