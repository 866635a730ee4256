import { ProductError } from '@vitalfew/contract/errors.ts'
import type { AnswerBehaviour } from '@vitalfew/domain/purchase-behaviour/index.ts'
import type { EngineAddresses } from '../jobs/child-messages.ts'
import { questionChild, type QuestionChild } from './question-child.ts'

const mostAtOnce = 2
const mostWaiting = 30

interface Desk {
  readonly child: QuestionChild
  readonly waiting: (() => void)[]
  underWay: number
}

/** One child for each engine that this process speaks to: a server has one. */
const desks = new Map<string, Desk>()

/**
 * Answers questions about how accounts buy in a child, so that the server goes on answering. More than a few wait for
 * their turn.
 *
 * @throws ProductError of the question, `request.tooMany`
 */
export function behaviourInChild({ warehouse }: EngineAddresses): AnswerBehaviour {
  const name = JSON.stringify(warehouse)
  const desk: Desk = desks.get(name) ?? { child: questionChild(warehouse), waiting: [], underWay: 0 }
  desks.set(name, desk)
  return async (work) => {
    if (desk.waiting.length >= mostWaiting) throw new ProductError('request.tooMany', { seconds: 30 })
    if (desk.underWay >= mostAtOnce) await new Promise<void>((resolve) => desk.waiting.push(resolve))
    desk.underWay += 1
    try {
      return await desk.child.ask(work)
    } finally {
      desk.underWay -= 1
      desk.waiting.shift()?.()
    }
  }
}
