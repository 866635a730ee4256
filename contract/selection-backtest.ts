import { z } from 'zod'

const Day = z.iso.date()
const Count = z.int().nonnegative()
const Share = z.number()

/** How accounts were put in order: by the model, by what it has to beat, and the best that anybody could have done. */
export const backtestRankings = ['champion', 'challenger', 'revenue', 'rfm', 'chance', 'foresight'] as const
export const BacktestRanking = z.enum(backtestRankings)
export type BacktestRanking = z.infer<typeof BacktestRanking>

/** What the first accounts of a ranking brought afterwards. */
export const BacktestCapture = z.object({
  ranking: BacktestRanking,
  /** In the run's currency. */
  amount: z.number(),
  /** Share of what all accounts brought, with a 95 % bootstrap interval; of chance the analytic one. */
  share: Share,
  lower: Share,
  upper: Share,
})
export type BacktestCapture = z.infer<typeof BacktestCapture>

/** The model against another ranking: the difference of their shares. */
export const BacktestDuel = z.object({
  against: BacktestRanking,
  difference: z.number(),
  lower: z.number(),
  upper: z.number(),
  verdict: z.enum(['better', 'worse', 'cannotTell']),
})
export type BacktestDuel = z.infer<typeof BacktestDuel>

/** One past day: chosen with what was known then, judged by what came after. */
export const BacktestOrigin = z.object({
  asOf: Day,
  until: Day,
  accounts: Count,
  /** How many accounts a list has: as many as the model put above the line. */
  top: Count,
  captures: z.array(BacktestCapture),
  duels: z.array(BacktestDuel),
})
export type BacktestOrigin = z.infer<typeof BacktestOrigin>

/** Whether the model would have chosen well. */
export const Backtest = z.object({
  model: z.string(),
  challenger: z.string().nullable(),
  measure: z.enum(['grossProfit', 'netRevenue']),
  horizonMonths: z.int().positive(),
  seed: z.int(),
  origins: z.array(BacktestOrigin),
  /** All origins together: who was better, and how often. */
  wins: z.array(z.object({ against: BacktestRanking, better: Count, worse: Count, cannotTell: Count })),
  /** In sentences, in the language of the run: what it means, and what it does not know. */
  verdict: z.string(),
  notes: z.array(z.string()),
})
export type Backtest = z.infer<typeof Backtest>
