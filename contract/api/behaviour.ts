import { z } from 'zod'
import {
  affinityBaskets,
  cohortPeriods,
  itemLevels,
  PurchaseAffinity,
  PurchaseCohorts,
  PurchaseCycle,
  PurchaseWhitespace,
} from '../purchase-behaviour.ts'
import { PurchasePreference } from '../purchase-preference.ts'
import { PurchaseForecast, PurchaseTrends, trendCuts } from '../purchase-trends.ts'
import { AccountHabits } from './account-habits.ts'
import { RunOfAnswer } from './accounts.ts'
import { funnelApi } from './behaviour-funnel.ts'
import { AccountKey, RunId } from './named-values.ts'
import { route } from './route.ts'

const tags = ['behaviour']

/** Questions about all the accounts that somebody sees; the funnel is asked of a file instead. */
export const portfolioAnalyses = [
  'cycle',
  'preference',
  'cohorts',
  'affinity',
  'whitespace',
  'trends',
  'forecast',
  'demand',
] as const
export type PortfolioAnalysis = (typeof portfolioAnalyses)[number]

/** How a question is meant, where its answer may differ; what is left out is chosen by the sales. */
export const BehaviourChoice = z.object({
  run: RunId.optional(),
  period: z.enum(cohortPeriods).optional(),
  level: z.enum(itemLevels).optional(),
  basket: z.enum(affinityBaskets).optional(),
  /** Share of baskets that a combination must be in. */
  minSupport: z.coerce.number().min(0.0001).max(1).optional(),
  /** What sales are told apart by. */
  first: z.enum(trendCuts).optional(),
  second: z.enum(trendCuts).optional(),
  months: z.coerce.number().int().min(1).max(36).optional(),
})
export type BehaviourChoice = z.infer<typeof BehaviourChoice>

const leaders = { access: ['administrator', 'analyst', 'manager'], keyScope: 'read' } as const

/** An answer with the run it is of, and whose accounts it covers: all, or those of the viewer. */
function answered<Answer extends z.ZodType>(answer: Answer) {
  return z.object({
    run: RunOfAnswer,
    covers: z.enum(['all', 'own']),
    /** Keys of the accounts that the answer names by their codes. */
    keys: z.record(z.string(), AccountKey),
    answer,
  })
}

const summaries = {
  cycle: 'When accounts buy: intervals, who is due, weekdays, months, festivals',
  preference: 'What accounts prefer beside others, what they begin and go on with, how broad they buy',
  cohorts: 'Retention and revenue by the period of the first purchase',
  affinity: 'What is bought together',
  whitespace: 'What accounts like one buy and it does not',
  trends: 'What rises and what falls, by money',
  forecast: 'Revenue to come by month, tested on the past',
  demand: 'Units of key accounts to come by month, for planning',
} as const satisfies Record<PortfolioAnalysis, string>

function asked(name: PortfolioAnalysis) {
  return route(leaders).route({ method: 'GET', path: `/behaviour/${name}`, summary: summaries[name], tags })
}

const { shape } = BehaviourChoice
const cuts = { run: shape.run, first: shape.first, second: shape.second }

/** How accounts buy, as of a run; `GET /api/behaviour/{analysis}/file` and `GET /api/accounts/{key}/behaviour/file` give files. */
export const behaviourApi = {
  cycle: asked('cycle')
    .input(z.object({ run: shape.run }))
    .output(answered(PurchaseCycle)),
  preference: asked('preference')
    .input(z.object({ run: shape.run, level: shape.level }))
    .output(answered(PurchasePreference)),
  cohorts: asked('cohorts')
    .input(z.object({ run: shape.run, period: shape.period }))
    .output(answered(PurchaseCohorts)),
  affinity: asked('affinity')
    .input(z.object({ run: shape.run, level: shape.level, basket: shape.basket, minSupport: shape.minSupport }))
    .output(answered(PurchaseAffinity)),
  whitespace: asked('whitespace')
    .input(z.object({ run: shape.run, level: shape.level }))
    .output(answered(PurchaseWhitespace)),
  trends: asked('trends').input(z.object(cuts)).output(answered(PurchaseTrends)),
  forecast: asked('forecast')
    .input(z.object({ ...cuts, months: shape.months }))
    .output(answered(PurchaseForecast)),
  demand: asked('demand')
    .input(z.object({ ...cuts, months: shape.months }))
    .output(answered(PurchaseForecast)),
  account: route({ access: 'signedIn', keyScope: 'read' })
    .route({ method: 'GET', path: '/accounts/{key}/behaviour', summary: 'How one account buys', tags })
    .input(z.object({ key: AccountKey, run: RunId.optional() }))
    .output(z.object({ run: RunOfAnswer, habits: AccountHabits })),
  funnel: funnelApi,
}
