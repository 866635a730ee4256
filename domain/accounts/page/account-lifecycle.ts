import { addMonths } from '@vitalfew/methods/calendar/add-months.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import { firstDayOfMonth } from '@vitalfew/methods/calendar/first-day-of-month.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { monthIndex } from '@vitalfew/methods/calendar/month-index.ts'
import { type LifecycleStage, lifecycleStage } from '@vitalfew/methods/lifecycle/lifecycle-stage.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import type { Viewer } from '../../access/index.ts'
import type { AccountSources } from '../list/selected-accounts.ts'
import { runSummary } from '../runs/run-summary.ts'
import { lineParameters, linesOfAccount } from './account-lines.ts'
import { type AccountWanted, visibleAccount } from './visible-account.ts'

/** One row per day on which an account bought or sent something back. */
const activeDays = defineQuery({
  name: 'account-active-days',
  parameters: z.record(z.string(), z.unknown()),
  row: z.object({ day: z.int(), sales: z.int(), returns: z.int(), micros: z.string(), netMicros: z.string() }),
  sql: `
SELECT toInt32(l.day) AS day, countIf(l.kind = 'sale') AS sales, countIf(l.kind = 'return') AS returns,
  toString(toInt128(sumIf(l.net_revenue, l.kind = 'sale') * 1000000)) AS micros,
  toString(toInt128(sum(l.net_revenue) * 1000000)) AS netMicros
${linesOfAccount} AND l.kind != 'cancelled'
GROUP BY day
ORDER BY day`,
})

type ActiveDay = z.output<(typeof activeDays)['row']>

interface Spell {
  readonly stage: LifecycleStage
  readonly from: number
}

/**
 * The stages that an account has been through: looked at on the first of every month since its first line, and on the day of
 * the run, each time with what was known by then. All of them are measured by the portfolio's cycle of this run.
 */
export async function accountLifecycle(viewer: Viewer, sources: AccountSources, wanted: AccountWanted) {
  const { run, key } = await visibleAccount(viewer, sources, wanted)
  const [days, summary] = await Promise.all([
    sources.warehouse.rows(activeDays, lineParameters(run, key)),
    runSummary(sources.warehouse, run.run_id),
  ])
  const spells = spellsOf(days, {
    asOf: dayFromIso(run.as_of),
    portfolioCycleDays: summary.lifecycle.portfolioCycleDays,
  })
  return {
    spells: spells.map(({ stage, from }, index) => {
      const next = spells[index + 1]?.from
      const until = next ?? Infinity
      const own = days.filter(({ day }) => day < until && (index === 0 || day >= from))
      return {
        stage,
        from: isoFromDay(from),
        until: next === undefined ? null : isoFromDay(next),
        netRevenue: Number(own.reduce((sum, { netMicros }) => sum + BigInt(netMicros), 0n)) / 1e6,
      }
    }),
  }
}

function spellsOf(
  days: readonly ActiveDay[],
  { asOf, portfolioCycleDays }: { readonly asOf: number; readonly portfolioCycleDays: number },
): Spell[] {
  const first = days[0]
  if (first === undefined) return [{ stage: 'prospect', from: asOf }]
  const bought = days.filter(({ sales }) => sales > 0)
  const purchaseDays = bought.map(({ day }) => day)
  const purchaseRevenues = bought.map(({ micros }) => BigInt(micros))
  const spells: Spell[] = []
  for (const { seen, from } of looksFrom(first.day, asOf)) {
    const known = purchaseDays.findIndex((day) => day >= seen)
    const end = known === -1 ? purchaseDays.length : known
    const returnLines = days.reduce((sum, { day, returns }) => (day < seen ? sum + returns : sum), 0)
    const { stage } = lifecycleStage(
      { purchaseDays: purchaseDays.slice(0, end), purchaseRevenues: purchaseRevenues.slice(0, end), returnLines },
      { asOf: seen, portfolioCycleDays },
    )
    if (stage !== spells.at(-1)?.stage) spells.push({ stage, from })
  }
  return spells
}

/** The first look is on the day after the first line, and speaks for that day; the last is the run's. */
function looksFrom(first: number, asOf: number): { readonly seen: number; readonly from: number }[] {
  const looks = [{ seen: first + 1, from: first }]
  for (let month = firstDayOfMonth(monthIndex(first) + 1); month < asOf; month = addMonths(month, 1)) {
    if (month > first + 1) looks.push({ seen: month, from: month })
  }
  if (asOf > first + 1) looks.push({ seen: asOf, from: asOf })
  return looks
}
