import type { AnswerReport, ReportWork } from '@vitalfew/domain/reports/index.ts'
import { answeringDesk } from './answering-desk.ts'
import { oneForEachEngine } from './one-for-each-engine.ts'
import { questionChild } from './question-child.ts'

const limits = { mostAtOnce: 1, mostWaiting: 30 }
/** Written reports are kept: a child is wanted again when there is a new run. */
const idleMilliseconds = 60_000

/**
 * Writes the report of a run in a child, so that the server goes on answering.
 *
 * @throws ProductError of the question, `request.tooMany`
 */
export const reportInChild = oneForEachEngine((addresses): AnswerReport =>
  answeringDesk<ReportWork>(questionChild(addresses, { idleMilliseconds }).ask, limits),
)
