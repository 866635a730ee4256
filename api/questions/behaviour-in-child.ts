import type { AnswerBehaviour } from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { EngineAddresses } from '../jobs/child-messages.ts'
import { answeringDesk } from './answering-desk.ts'
import { questionChild } from './question-child.ts'

const limits = { mostAtOnce: 2, mostWaiting: 30 }
/** A child that nobody asks anything gives its memory back. */
const idleMilliseconds = 120_000

/** One child for each engine that this process speaks to: a server has one. */
const desks = new Map<string, AnswerBehaviour>()

/**
 * Answers questions about how accounts buy in a child, so that the server goes on answering. More than a few wait for
 * their turn.
 *
 * @throws ProductError of the question, `request.tooMany`
 */
export function behaviourInChild(addresses: EngineAddresses): AnswerBehaviour {
  const name = JSON.stringify(addresses.warehouse)
  const known = desks.get(name)
  if (known !== undefined) return known
  const desk = answeringDesk(questionChild(addresses, { idleMilliseconds }).ask, limits)
  desks.set(name, desk)
  return desk
}
