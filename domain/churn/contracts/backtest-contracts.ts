import type { WarningBacktest } from '@vitalfew/contract/churn.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import type { TextTable } from '../records/text-table.ts'
import { pastDays, shownDays } from '../warnings/past-days.ts'
import { warningResult } from '../warnings/warning-result.ts'
import { contractClock } from './contract-clock.ts'
import type { ContractColumns } from './contract-columns.ts'
import { endingRisks } from './contract-risks.ts'
import { covariates } from './covariates.ts'
import { fittedFactors } from './fitted-factors.ts'
import { riskModel } from './risk-model.ts'
import {
  type ContractTerm,
  contractChains,
  contractTerms,
  hasEnded,
  renewalDays,
  termSubjects,
} from './term-subjects.ts'
import { warnedContracts } from './warned-contracts.ts'

interface PastRequest {
  readonly columns: ContractColumns
  readonly asOf: number
  readonly horizonMonths: number
  readonly factors: readonly string[]
}

/**
 * What became of warnings about contracts on past days. On each the model of survival is fitted anew to what was known on
 * its morning: contracts that had begun, and outcomes of those that were over. Then it is seen which of those that ran
 * came to their end within the horizon and were not renewed.
 */
export function backtestContracts(table: TextTable, request: PastRequest): WarningBacktest[] {
  const { columns, asOf, horizonMonths } = request
  const terms = contractTerms(table, columns, { asOf })
  const endings = chainEndings(contractChains(terms), asOf)
  const dataStart = terms.reduce((first, { start }) => Math.min(first, start), asOf)
  // Without a status it takes a while until it is known that nothing follows.
  const isTold = terms.some(({ status }) => status === 'ended' || status === 'renewed')
  const days = pastDays(isTold ? asOf : asOf - renewalDays, { dataStart, horizonMonths })
  return days.slice(0, shownDays).flatMap((day) => resultOn(day, { ...request, table, endings }) ?? [])
}

/** The last day of every contract whose chain has come to nothing, by its row; null where the chain goes on. */
function chainEndings(chains: readonly (readonly ContractTerm[])[], asOf: number): Map<number, number | null> {
  return new Map(
    chains.flatMap((chain) => {
      const last = chain.at(-1)
      const ending = last !== undefined && hasEnded(last, asOf) ? last.end : null
      return chain.map(({ row }): [number, number | null] => [row, ending])
    }),
  )
}

function resultOn(
  day: number,
  of: PastRequest & { readonly table: TextTable; readonly endings: ReadonlyMap<number, number | null> },
): WarningBacktest | null {
  const { table, columns, horizonMonths, endings } = of
  const begun = contractTerms(table, columns, { asOf: day })
  // What became of a contract is not known before its end.
  const terms = begun.map((term): ContractTerm => (term.end >= day ? { ...term, status: '' } : term))
  const subjects = termSubjects(contractChains(terms), { table, columns, asOf: day })
  if (!subjects.some(({ ended }) => ended)) return null
  const clock = contractClock(subjects, { asOf: day, horizonMonths })
  const { data } = clock
  const known = covariates(table, columns, subjects)
  const named = of.factors.filter((header) => known.some((covariate) => covariate.header === header))
  const factors = of.factors.length > 0 && named.length === 0 ? null : fittedFactors(data, known, named, table.file)
  const risks = endingRisks({ subjects, clock, model: riskModel(data, factors) })
  const until = addMonths(day, horizonMonths)
  const running = subjects.flatMap((subject, index) => {
    if (subject.ended) return []
    const ending = endings.get(subject.row) ?? null
    return [{ risk: risks[index] ?? 0, endsOn: subject.endsOn ?? until, left: ending !== null && ending < until }]
  })
  const warned = warnedContracts(running.map(({ risk }) => risk))
  const rows = running.map((contract, index) => ({
    left: contract.left,
    warned: warned[index] === 1,
    // Without a model one would look after those that end soonest.
    naiveOrder: contract.endsOn,
  }))
  return { asOf: isoFromDay(day), until: isoFromDay(until), ...warningResult(rows) }
}
