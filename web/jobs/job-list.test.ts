import { expect, test } from 'vitest'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import { hasJustEnded, isUnderWay, progressOf, withJob } from './job-list.ts'

const job = (part: Partial<Job>): Job => ({
  id: 'a',
  kind: 'run',
  state: 'running',
  title: '',
  step: 'metrics',
  done: 0.5,
  rows: null,
  startedBy: 'Li',
  isMine: true,
  createdAt: '2026-01-01T00:00:00Z',
  startedAt: null,
  finishedAt: null,
  attempts: 1,
  result: {},
  failure: null,
  ...part,
})

test('news of a job takes the place of what was known of it', () => {
  const known = [job({ id: 'b', createdAt: '2026-01-02T00:00:00Z' }), job({})]
  const next = withJob(known, job({ state: 'done' }))
  expect(next.map(({ id, state }) => [id, state])).toEqual([
    ['b', 'running'],
    ['a', 'done'],
  ])
})

test('only a job that was seen under way has just ended', () => {
  expect(hasJustEnded([job({})], job({ state: 'done' }))).toBe(true)
  expect(hasJustEnded([job({})], job({ done: 0.7 }))).toBe(false)
  expect(hasJustEnded([], job({ state: 'done' }))).toBe(false)
  expect(hasJustEnded([job({ state: 'done' })], job({ state: 'done' }))).toBe(false)
  expect(isUnderWay(job({ state: 'failed' }))).toBe(false)
})

test('a job is at a hundred per cent only when it is done', () => {
  expect(progressOf(job({ done: 1 }))).toBe(99)
  expect(progressOf(job({ done: null }))).toBeNull()
  expect(progressOf(job({ done: -1 }))).toBe(0)
  expect(progressOf(job({ state: 'done', done: null }))).toBe(100)
})
