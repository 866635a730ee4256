import type { CheckResult, QualityReport } from '@vitalfew/contract/quality.ts'
import { severities } from '@vitalfew/contract/run.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type Finding, wholeFinding } from './finding.ts'
import { accountsNotPositive } from './lines/data-profile.query.ts'
import { evaluateLines } from './lines/evaluate-lines.ts'
import { dataProfile } from './lines/line-doubts.ts'
import { lineFindingsOf } from './lines/line-findings.ts'
import { briefLineFindings, lineFindings } from './lines/line-findings.query.ts'
import { type Scored, scoreOf } from './score.ts'
import { endOfTime } from './steps/known-data.ts'
import { type Judged, judged } from './steps/accepted-checks.ts'
import { sourceOfImport } from './steps/source-of-import.ts'
import { type StepLog, stepLog } from './steps/step-log.query.ts'
import { controlFinding } from './whole/control-finding.ts'
import { checkedTotals } from './whole/control-totals.query.ts'
import { importFindings, type KnownImport } from './whole/import-findings.ts'
import { recordFindings } from './whole/record-findings.ts'
import { seriesFindings } from './whole/series-findings.ts'

export interface ExamineQuality {
  readonly imports: readonly KnownImport[]
  readonly asOf: string
  readonly today: string
  readonly membershipSequence: number
  /** Of very many lines the checks that compare all of them once more are left out; none of those is grave. */
  readonly isBrief?: boolean
  /** Accounts at or below zero, where they have been counted. */
  readonly totals?: { readonly accountsNotPositive: number; readonly amountNotPositive: number }
}

export type Examined = Omit<QualityReport, 'steps' | 'history'> & { readonly log: StepLog }

const staleAfterDays = 92
const mostLinesComparedAgain = 2_000_000

/** Everything that is doubtful about the lines of some imports before a day, and what people have said about it. */
export async function examineQuality(warehouse: Warehouse, request: ExamineQuality): Promise<Examined> {
  const { imports, today, membershipSequence } = request
  const known = { imports: imports.map(({ id }) => id), before: request.asOf }
  const [profile, log] = await Promise.all([
    dataProfile(warehouse, { ...known, today, membershipSequence }),
    stepLog(warehouse),
  ])
  const said = judged(log.active)
  const isBrief = request.isBrief === true && (profile?.lines ?? 0) > mostLinesComparedAgain
  const query = isBrief ? briefLineFindings : lineFindings
  const asOf = dayOfData(request.asOf, profile?.lastDay)
  const silentDays = dayFromIso(today) - dayFromIso(asOf)
  const evaluated = evaluateLines(profile === undefined ? [] : await warehouse.rows(query, profile.doubts))
  const controls = await checkedTotals(warehouse, { controls: said.controls, known })
  const negative = request.totals ?? (await countNotPositive(warehouse, { ...known, membershipSequence }))
  const lines = [...evaluated.amounts.values()].reduce((sum, item) => sum + item.lines, 0)
  const findings = [
    ...importFindings(imports),
    ...(profile === undefined ? [] : await lineFindingsOf(warehouse, { evaluated, profile, imports })),
    ...(profile === undefined ? [] : seriesFindings(profile)),
    controlFinding(controls, lines),
    wholeFinding('accountsNotPositive', 'medium', {
      rows: negative.accountsNotPositive,
      amount: -negative.amountNotPositive,
    }),
    wholeFinding('stale', 'medium', { rows: silentDays > staleAfterDays ? silentDays : 0, examples: [asOf] }),
    ...(await recordFindings(warehouse, known)),
  ]
  const checks = findings
    .map((finding) => resultOf(finding, { said, imports, log }))
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const scored = scoreOf({ checks, evaluated, imports, ...moneyElsewhere(findings) })
  return { ...scored, asOf, checks, controls, log }
}

/** Where no day was named, what is known is known on the day after the last line. */
function dayOfData(asked: string, lastDay: string | undefined): string {
  return asked === endOfTime && lastDay !== undefined ? isoFromDay(dayFromIso(lastDay) + 1) : asked
}

/** Checks whose money is not that of lines that can be pointed at. */
function moneyElsewhere(findings: readonly Finding[]): Pick<Scored, 'leftOut' | 'toldByFile'> {
  const named = (wanted: (finding: Finding) => boolean | undefined) =>
    new Set(findings.filter((finding) => wanted(finding) === true).map(({ check }) => check))
  return { leftOut: named(({ isLeftOut }) => isLeftOut), toldByFile: named(({ isToldByFile }) => isToldByFile) }
}

async function countNotPositive(
  warehouse: Warehouse,
  known: { readonly imports: number[]; readonly before: string; readonly membershipSequence: number },
): Promise<NonNullable<ExamineQuality['totals']>> {
  const [found] = await warehouse.rows(accountsNotPositive, known)
  return { accountsNotPositive: found?.accounts ?? 0, amountNotPositive: found?.amount ?? 0 }
}

/** What is left of a finding once people have been heard. */
function resultOf(
  finding: Finding,
  { said, imports, log }: { readonly said: Judged; readonly imports: readonly KnownImport[]; readonly log: StepLog },
): CheckResult {
  const { check, severity, isListed, isApplicable, places, examples, proposals } = finding
  const byId = new Map(imports.map((item) => [item.id, item]))
  const open = places.filter(({ importId }) => {
    const item = byId.get(importId)
    return said.accepts(check, item === undefined ? '' : sourceOfImport(item)) === undefined
  })
  const steps = log.active.filter((step) => step.check === check)
  const isFixed = steps.some((step) =>
    log.applications.some(({ step: applied, rows }) => applied === step.sequence && rows > 0),
  )
  const shown = open.length > 0 ? open : places
  return {
    check,
    severity,
    state: stateOf({ isApplicable, isFixed, places: places.length, open: open.length }),
    isListed,
    rows: shown.reduce((sum, { rows }) => sum + rows, 0),
    amount: shown.reduce((sum, { amount }) => sum + amount, 0),
    examples: places.length === 0 ? [] : [...examples],
    imports: shown
      .filter(({ importId }) => importId !== 0)
      .map((place) => ({ ...place, file: byId.get(place.importId)?.summary.file ?? '' })),
    proposals: open.length === 0 ? [] : [...proposals],
    steps: steps.map(({ sequence }) => sequence),
  }
}

function stateOf(found: {
  readonly isApplicable: boolean
  readonly isFixed: boolean
  readonly places: number
  readonly open: number
}): CheckResult['state'] {
  if (!found.isApplicable) return 'notApplicable'
  if (found.open > 0) return 'open'
  if (found.places > 0) return 'accepted'
  return found.isFixed ? 'fixed' : 'clean'
}
