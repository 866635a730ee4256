import { z } from 'zod'
import { CycleAccount, itemLevels, WhitespaceItem } from '../purchase-behaviour.ts'
import { PreferredItem } from '../purchase-preference.ts'
import { SalesForecast } from '../purchase-trends.ts'

const named = { account: true, accountName: true } as const

/** How one account buys. A part is null where its sales say nothing about it. */
export const AccountHabits = z
  .object({
    /** Its rhythm and when it should buy again; null below two gaps. */
    cycle: CycleAccount.omit(named).nullable(),
    /** Its last purchase days with the days since the one before, oldest first. */
    gaps: z.array(z.object({ day: z.iso.date(), days: z.int() })),
    /** What it buys beside the habits of others; null where it is too small to be compared. */
    preference: z
      .object({ level: z.enum(itemLevels), accounts: z.int(), items: z.array(PreferredItem.omit(named)) })
      .nullable(),
    /** What accounts like it buy and it does not. Names of other accounts only for those who see them. */
    whitespace: z
      .object({ level: z.enum(itemLevels), since: z.iso.date(), offers: z.array(WhitespaceItem.omit(named)) })
      .nullable(),
    /** Different items in a quarter, beside the mean of all accounts that bought in it. */
    breadth: z.object({
      level: z.enum(itemLevels),
      quarters: z.array(z.object({ quarter: z.iso.date(), items: z.number(), usual: z.number() })),
    }),
    /** First day of the first month of the history. */
    forecast: z.object({ from: z.iso.date(), sales: SalesForecast.omit({ values: true, names: true }) }).nullable(),
  })
  .meta({ id: 'AccountHabits' })
export type AccountHabits = z.infer<typeof AccountHabits>
