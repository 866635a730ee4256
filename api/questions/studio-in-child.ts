import type { AnswerStudio, StudioWork } from '@vitalfew/domain/selection/studio/index.ts'
import { answeringDesk } from './answering-desk.ts'
import { oneForEachEngine } from './one-for-each-engine.ts'
import { questionChild } from './question-child.ts'

/** Each question keeps a processor busy: side by side they would only take turns. */
const limits = { mostAtOnce: 1, mostWaiting: 30 }
/** Columns of a run take a while to read: they stay while somebody thinks about their weights. */
const idleMilliseconds = 300_000

/**
 * Scores the accounts of a run in a child that keeps what it read, so that the server goes on answering and the next look
 * at the same run is quick.
 *
 * @throws ProductError of the question, `request.tooMany`
 */
export const studioInChild = oneForEachEngine((addresses): AnswerStudio =>
  answeringDesk<StudioWork>(questionChild(addresses, { idleMilliseconds }).ask, limits),
)
