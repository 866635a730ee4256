import type { AnswerBehaviour } from '@vitalfew/domain/purchase-behaviour/index.ts'
import { answeringDesk } from './answering-desk.ts'
import { oneForEachEngine } from './one-for-each-engine.ts'
import { questionChild } from './question-child.ts'

const limits = { mostAtOnce: 2, mostWaiting: 30 }
/** A child that nobody asks anything gives its memory back. */
const idleMilliseconds = 120_000

/**
 * Answers questions about how accounts buy in a child, so that the server goes on answering. More than a few wait for
 * their turn.
 *
 * @throws ProductError of the question, `request.tooMany`
 */
export const behaviourInChild = oneForEachEngine((addresses): AnswerBehaviour =>
  answeringDesk(questionChild(addresses, { idleMilliseconds }).ask, limits),
)
