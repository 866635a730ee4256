import type { BehaviourChoice, PortfolioAnalysis } from '@vitalfew/contract/api/behaviour.ts'
import type { z } from 'zod'
import { accountPredicate, authorise, type Viewer } from '../../access/index.ts'
import { type AccountSources, runOfAnswer, runSeenBy, runSummary } from '../../accounts/index.ts'
import { accountKeys } from './account-keys.query.ts'
import type { AnswerBehaviour } from './behaviour-work.ts'
import { keptAnswer } from './kept-answers.ts'
import { accountOfLine } from '../../metrics/index.ts'
import { readSettings } from '../../settings/index.ts'
import type { Narrowing } from './narrowed-warehouse.ts'
import { requestOfRun } from './request-of-run.ts'

export interface BehaviourSources extends AccountSources {
  readonly answerBehaviour: AnswerBehaviour
  readonly productVersion: string
}

export interface PortfolioQuestion<Answer extends z.ZodType> {
  readonly analysis: PortfolioAnalysis
  readonly choice: BehaviourChoice
  /** What the answer is. */
  readonly answer: Answer
}

/**
 * How the accounts that somebody sees buy, as of a run: all accounts, or for a manager those of their departments alone,
 * compared with one another. What was worked out before for the same run is not worked out again.
 *
 * @throws ProductError `access.notAllowed`, `run.none`, `run.notFound`
 */
export async function portfolioBehaviour<Answer extends z.ZodType>(
  viewer: Viewer,
  sources: BehaviourSources,
  question: PortfolioQuestion<Answer>,
) {
  authorise(viewer, ['administrator', 'analyst', 'manager'])
  const { warehouse, database, productVersion } = sources
  const { analysis } = question
  const { run: named, ...choice } = question.choice
  const [run, predicate] = await Promise.all([runSeenBy(viewer, database, named), accountPredicate(database, viewer)])
  const narrowing: Narrowing | null = predicate.seesAll
    ? null
    : {
        condition: predicate.on(accountOfLine),
        parameters: { ...predicate.parameters, runId: run.run_id },
      }
  const isUsual = narrowing === null && Object.values(choice).every((value) => value === undefined)
  const ofRun = isUsual && analysis === 'cohorts' ? (await runSummary(warehouse, run.run_id)).behaviour?.cohorts : null
  const { calendar } = await readSettings(database)
  // Only the rhythm asks for the calendar, and only one that says something is part of what an answer is remembered by.
  const own = analysis === 'cycle' && calendar.length > 0 ? { calendar } : {}
  const work = () => {
    const request = { ...requestOfRun(run), ...own }
    const asked = { about: 'accounts', analysis, choice, request, narrowing } as const
    return sources.answerBehaviour(asked)
  }
  // What a person sees may change while the run does not: assignments are part of what an answer is remembered by.
  const seen = narrowing === null ? null : [narrowing.parameters, await assignmentsMade(database)]
  const asked = { analysis, choice, seen, productVersion, ...own }
  const answer = question.answer.parse(ofRun ?? (await keptAnswer(database, { runId: run.run_id, asked }, work)))
  return {
    run: runOfAnswer(run),
    covers: predicate.seesAll ? ('all' as const) : ('own' as const),
    keys: await accountKeys(warehouse, { runId: run.run_id, accounts: namedIn(answer) }),
    answer,
  }
}

async function assignmentsMade(database: AccountSources['database']): Promise<number> {
  const found = await database
    .selectFrom('account_change')
    .select((row) => row.fn.max('id').as('last'))
    .where('kind', '=', 'assignment')
    .executeTakeFirst()
  return found?.last ?? 0
}

/** The codes of the accounts that an answer names, wherever it does. */
function namedIn(answer: unknown): string[] {
  const codes = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look)
    if (typeof value !== 'object' || value === null) return
    if ('account' in value && typeof value.account === 'string') codes.add(value.account)
    Object.values(value).forEach(look)
  }
  look(answer)
  return [...codes]
}
