import { implement } from '@orpc/server'
import { behaviourApi } from '@vitalfew/contract/api/behaviour.ts'
import {
  PurchaseAffinity,
  PurchaseCohorts,
  PurchaseCycle,
  PurchaseWhitespace,
} from '@vitalfew/contract/purchase-behaviour.ts'
import { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { PurchaseForecast, PurchaseTrends } from '@vitalfew/contract/purchase-trends.ts'
import {
  accountBehaviour,
  portfolioBehaviour,
  type PortfolioQuestion,
  readFunnel,
  workspaceFunnel,
} from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { z } from 'zod'
import type { ApiContext } from '../api-context.ts'
import { behaviourSources } from './behaviour-sources.ts'

const os = implement(behaviourApi).$context<ApiContext>()

function asked<Answer extends z.ZodType>(context: ApiContext, question: PortfolioQuestion<Answer>) {
  return portfolioBehaviour(context.viewer, behaviourSources(context), question)
}

export const behaviourRoutes = {
  cycle: os.cycle.handler(({ input, context }) =>
    asked(context, { analysis: 'cycle', choice: input, answer: PurchaseCycle }),
  ),
  preference: os.preference.handler(({ input, context }) =>
    asked(context, { analysis: 'preference', choice: input, answer: PurchasePreference }),
  ),
  cohorts: os.cohorts.handler(({ input, context }) =>
    asked(context, { analysis: 'cohorts', choice: input, answer: PurchaseCohorts }),
  ),
  affinity: os.affinity.handler(({ input, context }) =>
    asked(context, { analysis: 'affinity', choice: input, answer: PurchaseAffinity }),
  ),
  whitespace: os.whitespace.handler(({ input, context }) =>
    asked(context, { analysis: 'whitespace', choice: input, answer: PurchaseWhitespace }),
  ),
  trends: os.trends.handler(({ input, context }) =>
    asked(context, { analysis: 'trends', choice: input, answer: PurchaseTrends }),
  ),
  forecast: os.forecast.handler(({ input, context }) =>
    asked(context, { analysis: 'forecast', choice: input, answer: PurchaseForecast }),
  ),
  demand: os.demand.handler(({ input, context }) =>
    asked(context, { analysis: 'demand', choice: input, answer: PurchaseForecast }),
  ),
  account: os.account.handler(({ input, context }) =>
    accountBehaviour(context.viewer, behaviourSources(context), input),
  ),
  funnel: {
    get: os.funnel.get.handler(({ input, context }) =>
      workspaceFunnel(context.viewer, behaviourSources(context), input),
    ),
    read: os.funnel.read.handler(({ input, context }) => readFunnel(context.viewer, behaviourSources(context), input)),
  },
}
