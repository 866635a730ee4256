import { AccountHabits } from '@vitalfew/contract/api/account-habits.ts'
import type { Viewer } from '../../access/index.ts'
import { type AccountWanted, runOfAnswer, visibleAccount } from '../../accounts/index.ts'
import { keptAnswer } from './kept-answers.ts'
import type { BehaviourSources } from './portfolio-behaviour.ts'
import { requestOfRun } from './request-of-run.ts'

/**
 * How one account buys, beside all others. Other accounts are named only to those who see every account.
 *
 * @throws ProductError `run.none`, `run.notFound`, `accounts.notFound`
 */
export async function accountBehaviour(viewer: Viewer, sources: BehaviourSources, wanted: AccountWanted) {
  const { database, productVersion } = sources
  const { run, key } = await visibleAccount(viewer, sources, wanted)
  const work = () => sources.answerBehaviour({ about: 'account', key, request: requestOfRun(run) })
  const asked = { account: key, productVersion }
  const habits = AccountHabits.parse(await keptAnswer(database, { runId: run.run_id, asked }, work))
  return { run: runOfAnswer(run), habits: viewer.scopes === 'all' ? habits : withoutOthers(habits) }
}

function withoutOthers(habits: AccountHabits): AccountHabits {
  const { whitespace } = habits
  if (whitespace === null) return habits
  return {
    ...habits,
    whitespace: { ...whitespace, offers: whitespace.offers.map((offer) => ({ ...offer, evidence: [] })) },
  }
}
